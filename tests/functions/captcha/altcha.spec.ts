import { randomBytes } from 'node:crypto'
import { createChallenge } from 'altcha-lib'
import type { CreateChallengeOptions, Payload } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { altcha } from '#functions/captcha/altcha.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { refusalOf } from '../refusalOf.ts'
import { solutionOf } from '../solvedCaptcha.ts'

const ADDRESS = '203.0.113.7'
const REFUSED = { code: 'captchaRefused' }

beforeEach(() => {
  process.env['CODES_KEY'] = randomBytes(32).toString('base64')
  process.env['ALTCHA_MAX_COUNTER'] = '3'
})
afterEach(() => {
  vi.useRealTimers()
})

async function challengeText(): Promise<string> {
  const task = await altcha.create()
  if (task.kind !== 'altcha') throw new Error('another kind')
  return task.challenge
}

const solved = async () => solutionOf(await challengeText())
const refusal = (solution: string) => refusalOf(altcha.accept(solution, ADDRESS))

const packed = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')
const unpacked = (solution: string) => JSON.parse(Buffer.from(solution, 'base64').toString('utf8')) as Payload

/** A solved challenge with something of it changed. */
async function forged(change: (payload: Payload) => void): Promise<string> {
  const payload = unpacked(await solved())
  change(payload)
  return packed(payload)
}

/** One signed by a key of one's own choice. */
const madeElsewhere = (options: Partial<CreateChallengeOptions>) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5000,
    keyLength: 32,
    counter: 1,
    deriveKey,
    hmacSignatureSecret: 'a key of my own',
    expiresAt: new Date(Date.now() + MINUTE_MS),
    ...options,
  })

describe('a solution', () => {
  it('of our own challenge is accepted, and has an id to remember it by', async () => {
    const { id, expiresAt } = await altcha.accept(await solved(), ADDRESS)
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(Math.abs(expiresAt - (Date.now() + 10 * MINUTE_MS))).toBeLessThan(5000)
  })

  it('has the same id each time, and none like another’s', async () => {
    const solution = await solved()
    const { id } = await altcha.accept(solution, ADDRESS)
    expect((await altcha.accept(solution, '198.51.100.1')).id).toBe(id)
    expect((await altcha.accept(await solved(), ADDRESS)).id).not.toBe(id)
  })

  it('has that id however it is written', async () => {
    const solution = await solved()
    const payload = unpacked(solution)
    const { id } = await altcha.accept(solution, ADDRESS)
    const reordered = { extra: 1, solution: { time: 9, ...payload.solution }, challenge: payload.challenge }
    expect((await altcha.accept(packed(reordered), ADDRESS)).id).toBe(id)
    expect((await altcha.accept(`${solution}\n`, ADDRESS)).id).toBe(id)
  })

  it('is refused when its ten minutes are over', async () => {
    const solution = await solved()
    vi.useFakeTimers({ now: Date.now() + 11 * MINUTE_MS, toFake: ['Date'] })
    expect(await refusal(solution)).toEqual(REFUSED)
  })

  it('is refused by another installation', async () => {
    const solution = await solved()
    process.env['CODES_KEY'] = randomBytes(32).toString('base64')
    expect(await refusal(solution)).toEqual(REFUSED)
  })

  it.each<[string, (payload: Payload) => void]>([
    ['a longer life', ({ challenge }) => Object.assign(challenge.parameters, { expiresAt: 4_000_000_000 })],
    ['no end', ({ challenge }) => delete challenge.parameters.expiresAt],
    ['an easier prefix', ({ challenge }) => Object.assign(challenge.parameters, { keyPrefix: '00' })],
    ['less work', ({ challenge }) => Object.assign(challenge.parameters, { cost: 1 })],
    [
      'more work than we ask',
      ({ challenge }) => Object.assign(challenge.parameters, { cost: 1_000_000_000 }),
    ],
    ['another algorithm', ({ challenge }) => Object.assign(challenge.parameters, { algorithm: 'SHA-256' })],
    ['another counter', ({ solution }) => Object.assign(solution, { counter: solution.counter + 1 })],
    ['another key', ({ solution }) => Object.assign(solution, { derivedKey: '00'.repeat(32) })],
    ['no signature', ({ challenge }) => delete challenge.signature],
    [
      'an upper-case signature',
      ({ challenge }) => {
        challenge.signature = challenge.signature?.toUpperCase() ?? ''
      },
    ],
  ])('with %s is refused', async (_name, change) => {
    expect(await refusal(await forged(change))).toEqual(REFUSED)
  })

  it('of a challenge made elsewhere is refused', async () => {
    const challenge = await madeElsewhere({})
    expect(await refusal(await solutionOf(JSON.stringify(challenge)))).toEqual(REFUSED)
  })

  it.each(['', 'none', 'e30=', 'bnVsbA==', packed([]), packed({ challenge: {}, solution: {} })])(
    '%j is refused',
    async (solution) => {
      expect(await refusal(solution)).toEqual(REFUSED)
    },
  )
})

describe('a challenge', () => {
  it('takes a third of the set work at least, and all of it at most', async () => {
    process.env['ALTCHA_MAX_COUNTER'] = '12'
    for (let at = 0; at < 10; at++) {
      const { solution } = unpacked(await solved())
      expect(solution.counter).toBeGreaterThanOrEqual(4)
      expect(solution.counter).toBeLessThanOrEqual(12)
    }
  })

  it('does not tell the key it is made with', async () => {
    expect(await challengeText()).not.toContain(process.env['CODES_KEY'])
  })
})
