import { describe, expect, it } from 'vitest'
import { stopUpload, uploadedShare, watchUpload } from '#web/firebase/uploads.ts'

describe('uploads', () => {
  it('count by their bytes; what nobody has begun is at nothing', () => {
    watchUpload('a').onShare(0.5)
    expect(uploadedShare([{ path: 'a', size: 200 }])).toBe(0.5)
    expect(
      uploadedShare([
        { path: 'a', size: 200 },
        { path: 'never begun', size: 200 },
      ]),
    ).toBe(0.25)
  })

  it('are over where there is nothing to upload', () => {
    expect(uploadedShare([{ path: 'empty', size: 0 }])).toBe(1)
  })

  it('that are over are forgotten in time', () => {
    const paths = Array.from({ length: 60 }, (_, at) => `over-${String(at)}`)
    for (const path of paths) watchUpload(path).onShare(1)
    const shareOf = (path: string | undefined) => uploadedShare([{ path, size: 1 }])
    expect([shareOf(paths[0]), shareOf(paths[59])]).toEqual([0, 1])
  })

  it('are stopped one by one, the last try of each', () => {
    const [former, latter, other] = [watchUpload('b'), watchUpload('b'), watchUpload('c')]
    stopUpload('b')
    expect([former.signal.aborted, latter.signal.aborted, other.signal.aborted]).toEqual([false, true, false])
    expect(() => stopUpload('nothing')).not.toThrow()
  })
})
