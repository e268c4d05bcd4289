import { describe, expect, it } from 'vitest'
import { pathAfterSignIn } from '#web/features/auth/pathAfterSignIn.ts'

describe('who has a company', () => {
  it.each([
    ['/c/teply/inbox/abc?filter=all', '/c/teply/inbox/abc?filter=all'],
    ['/invitation', '/invitation'],
    ['/register?ref=6be87', '/'],
    [undefined, '/'],
    ['https://elsewhere.example', '/'],
  ])('who asked for %j goes to %j', (asked, path) => {
    expect(pathAfterSignIn(asked, { isRegistered: true })).toBe(path)
  })
})

describe('who has none', () => {
  it.each([
    ['/c/teply/inbox', '/register'],
    ['/register?ref=6be87', '/register?ref=6be87'],
    ['/invitation', '/invitation'],
    [undefined, '/register'],
  ])('who asked for %j goes to %j', (asked, path) => {
    expect(pathAfterSignIn(asked, { isRegistered: false })).toBe(path)
  })
})
