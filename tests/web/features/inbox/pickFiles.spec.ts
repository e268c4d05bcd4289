import { afterEach, describe, expect, it, vi } from 'vitest'
import { pickFiles } from '#web/features/inbox/pickFiles.ts'

const MEBIBYTE = 1024 * 1024

function aFile(name: string, type: string, size = 3): File {
  return new File([new Uint8Array(size)], name, { type })
}

/** A browser that can draw pictures, and knows how large they are. */
function withBrowserThatDraws(size: { width: number; height: number } | null): void {
  vi.stubGlobal('createImageBitmap', () =>
    size === null ? Promise.reject(new Error('not a picture')) : Promise.resolve({ ...size, close() {} }),
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a picked file', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])('of type %s is measured', async (type) => {
    withBrowserThatDraws({ width: 1200, height: 800 })
    const { files } = await pickFiles([aFile('плед', type)], 'widget')
    expect(files).toMatchObject([{ name: 'плед', width: 1200, height: 800 }])
  })

  it('that cannot be drawn goes without measures', async () => {
    withBrowserThatDraws(null)
    const { files } = await pickFiles([aFile('плед.heic', 'image/heic')], 'widget')
    expect(files).toHaveLength(1)
    expect(files[0]).not.toHaveProperty('width')
  })

  it('that is no picture is not drawn', async () => {
    withBrowserThatDraws({ width: 1, height: 1 })
    const { files } = await pickFiles([aFile('прайс.pdf', 'application/pdf')], 'widget')
    expect(files[0]).not.toHaveProperty('width')
  })

  it('the channel would refuse is named, and the others are taken', async () => {
    const given = [aFile('пусто.txt', 'text/plain', 0), aFile('много.bin', 'text/plain', 10 * MEBIBYTE + 1)]
    const { files, refusals } = await pickFiles([...given, aFile('прайс.txt', 'text/plain')], 'widget')
    expect(files.map(({ name }) => name)).toEqual(['прайс.txt'])
    expect(refusals).toHaveLength(2)
    expect(refusals[0]).toContain('пусто.txt')
  })
})
