import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFileLink, signedFileUrl } from '#functions/files/fileLink.ts'
import { NOON } from '#tests/builders/moments.ts'

const PATH = 'companies/a/conversations/b/incoming/c/договор.pdf'
const IN_AN_HOUR = NOON + 3_600_000

beforeAll(() => {
  process.env['FILES_KEY'] = randomBytes(32).toString('base64')
  process.env['PUBLIC_URL'] = 'https://pact.example'
})

const linkIn = (url: string) => /^https:\/\/pact\.example\/files\/([^/]+)\/([^/]+)$/.exec(url)?.[1] ?? ''
const aLink = (path = PATH, expiresAt = IN_AN_HOUR) => linkIn(signedFileUrl(path, 'договор.pdf', expiresAt))

function withPayload(link: string, change: Record<string, unknown>): string {
  const [payload = '', signature = ''] = link.split('.')
  const facts = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>
  return `${Buffer.from(JSON.stringify({ ...facts, ...change })).toString('base64url')}.${signature}`
}

describe('a link to a file', () => {
  it('leads to it until it expires', () => {
    expect(readFileLink(aLink(), NOON)).toEqual({ path: PATH, name: 'договор.pdf' })
    expect(readFileLink(aLink(), IN_AN_HOUR - 1)).toEqual({ path: PATH, name: 'договор.pdf' })
    expect(readFileLink(aLink(), IN_AN_HOUR)).toBeUndefined()
  })

  it('names the file for those who read the address', () => {
    expect(signedFileUrl(PATH, 'a/../б?.pdf', IN_AN_HOUR)).toMatch(/\/a%2F..%2F%D0%B1%3F\.pdf$/)
  })

  it.each([
    ['another path', { path: 'companies/other/conversations/b/incoming/c/secret.pdf' }],
    ['a later end', { expiresAt: IN_AN_HOUR * 2 }],
    ['another name', { name: 'счёт.exe' }],
    ['one more fact', { admin: true }],
  ])('changed to %s leads nowhere', (_name, change) => {
    expect(readFileLink(withPayload(aLink(), change), NOON)).toBeUndefined()
  })

  it('with another link’s signature leads nowhere', () => {
    const [payload = ''] = aLink().split('.')
    const [, signature = ''] = aLink('companies/a/other').split('.')
    expect(readFileLink(`${payload}.${signature}`, NOON)).toBeUndefined()
  })

  it('with any letter changed leads nowhere', () => {
    const link = aLink()
    for (let at = 0; at < link.length; at++) {
      const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1)
      expect(readFileLink(changed, NOON)).toBeUndefined()
    }
  })

  it.each(['', '.', 'a', 'a.', '.a', 'a.b.c', '..'])('that is none leads nowhere: %j', (link) => {
    expect(readFileLink(link, NOON)).toBeUndefined()
  })

  it('signed with another key leads nowhere', () => {
    const link = aLink()
    const key = process.env['FILES_KEY']
    process.env['FILES_KEY'] = randomBytes(32).toString('base64')
    expect(readFileLink(link, NOON)).toBeUndefined()
    process.env['FILES_KEY'] = key
  })
})
