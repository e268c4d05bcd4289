import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedFileUrl } from '#functions/files/fileLink.ts'
import { writeFile } from '#functions/store/files.ts'
import { HOUR_MS, SECOND_MS } from '#shared/domain/time.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { serveFunction } from '../serveFunction.ts'

const PATH = 'companies/company/conversations/c/incoming/a/договор.html'
const BODY = '<html><script>alert(1)</script></html>'

const project = useEmulatorProject('files')
let served: Awaited<ReturnType<typeof serveFunction>>

beforeAll(async () => {
  await writeFile(PATH, new TextEncoder().encode(BODY), 'text/html')
  await writeFile('companies/company/empty', new Uint8Array(), 'text/plain')
  served = await serveFunction('files', 5971)
})
afterAll(async () => {
  await served.stop()
  await project.close()
})

/** The address as the page's own origin would lead it here. */
function urlOf(path: string, name = 'договор "1".html', livesMs = HOUR_MS): string {
  return served.url + new URL(signedFileUrl(path, name, Date.now() + livesMs)).pathname
}

describe('a signed address', () => {
  it('gives the file, whatever it is, to be saved and never to be run', async () => {
    const response = await fetch(urlOf(PATH))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(BODY)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('договор "1".html')}`,
    )
  })

  it('gives an empty file', async () => {
    const response = await fetch(urlOf('companies/company/empty'))
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('tells of the file without giving it', async () => {
    const response = await fetch(urlOf(PATH), { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-disposition')).toContain('attachment')
  })
})

describe('an address that leads nowhere', () => {
  const cases: [string, () => [string, RequestInit?]][] = [
    ['since it has expired', () => [urlOf(PATH, 'a', -SECOND_MS)]],
    ['since its file is gone', () => [urlOf('companies/company/none')]],
    ['since its signature was changed', () => [urlOf(PATH).replace(/.(?=\/[^/]*$)/, '_')]],
    ['since its payload was changed', () => [urlOf(PATH).replace(/files\/./, 'files/_')]],
    ['since nobody signed it', () => [`${served.url}/files/${PATH}`]],
    ['since it is none', () => [`${served.url}/files/a.b/c`]],
    ['by another method', () => [urlOf(PATH), { method: 'POST' }]],
  ]
  it.each(cases)('%s is answered 404 with nothing', async (_name, request) => {
    const response = await fetch(...request())
    expect([response.status, await response.text()]).toEqual([404, ''])
  })
})
