import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '#functions/platform/sealing.ts'

const key = randomBytes(32)
const PATH = 'companies/a/channels/b/private/credentials'
const settings = { token: '100001:a-token-of-a-bot', secret: 'секрет' }

describe('sealed settings', () => {
  it('open with the key, in their place', () => {
    expect(unseal(seal(settings, PATH, key), PATH, key)).toEqual(settings)
  })

  it('show nothing of what is in them', () => {
    const sealed = seal(settings, PATH, key)
    const bytes = Buffer.from(sealed, 'base64').toString('latin1')
    for (const text of [sealed, bytes]) expect(text).not.toContain('a-token-of-a-bot')
  })

  it('are different every time', () => {
    expect(seal(settings, PATH, key)).not.toBe(seal(settings, PATH, key))
  })

  it('do not open with another key', () => {
    expect(() => unseal(seal(settings, PATH, key), PATH, randomBytes(32))).toThrow()
  })

  it('do not open in another place', () => {
    expect(() => unseal(seal(settings, PATH, key), PATH.replace('a', 'b'), key)).toThrow()
  })

  it('do not open when any byte of them was changed', () => {
    const bytes = Buffer.from(seal(settings, PATH, key), 'base64')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(changed.toString('base64'), PATH, key)).toThrow()
    }
  })

  it.each([0, 11, 12, 16, 20, 27, 28, 40])('do not open when only %d bytes of them are left', (length) => {
    const bytes = Buffer.from(seal(settings, PATH, key), 'base64').subarray(0, length)
    expect(() => unseal(bytes.toString('base64'), PATH, key)).toThrow()
  })
})
