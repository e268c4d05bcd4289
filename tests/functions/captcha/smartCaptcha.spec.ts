import { loggedLines } from '../loggedLines.ts'
import * as z from 'zod/mini'
import { beforeEach, describe, expect, it } from 'vitest'
import { captcha } from '#functions/captcha/captcha.ts'
import { smartCaptcha } from '#functions/captcha/smartCaptcha.ts'
import { callJson } from '#tests/tools/simulators/support/callJson.ts'
import { startedSimulators } from '#tests/tools/simulators/support/startedSimulators.ts'
import { refusalOf } from '../refusalOf.ts'

const ADDRESS = '203.0.113.7'
const simulators = startedSimulators()
const control = (path: string, body: unknown) =>
  callJson(`${simulators().url}/smartcaptcha/control/${path}`, body)

beforeEach(async () => {
  process.env['SMARTCAPTCHA_URL'] = `${simulators().url}/smartcaptcha`
  process.env['SMARTCAPTCHA_SECRET'] = 'local'
  await control('reset', {})
})

async function tokenOf(passage: Record<string, unknown> = {}): Promise<string> {
  return z.object({ token: z.string() }).parse((await control('tokens', passage)).body).token
}

const accept = (token: string) => smartCaptcha.accept(token, ADDRESS)
const REFUSED = { code: 'captchaRefused' }

describe('a token', () => {
  it('of a person is accepted, and has an id to remember it by', async () => {
    const { id, expiresAt } = await accept(await tokenOf())
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(expiresAt).toBeGreaterThan(Date.now())
  })

  it('is asked about where this installation says, with its secret and the visitor’s address', async () => {
    const token = await tokenOf()
    process.env['SMARTCAPTCHA_SECRET'] = 'wrong-secret'
    expect(await refusalOf(accept(token))).toEqual(REFUSED)
  })

  it.each([
    ['of a robot', { isHuman: false }],
    ['of long ago', { ageMs: 6 * 60_000 }],
  ])('%s is refused', async (_name, passage) => {
    expect(await refusalOf(accept(await tokenOf(passage)))).toEqual(REFUSED)
  })

  it('is refused the second time', async () => {
    const token = await tokenOf()
    await accept(token)
    expect(await refusalOf(accept(token))).toEqual(REFUSED)
  })

  it.each(['', 'made-up'])('%j is refused', async (token) => {
    expect(await refusalOf(accept(token))).toEqual(REFUSED)
  })
})

describe('a service that is out of order', () => {
  it('lets people pass, as its documentation asks, and says so in the log', async () => {
    await control('fault', { kind: 'error500' })
    await accept(await tokenOf())
    expect(loggedLines.join()).toContain('SmartCaptcha is out of order')
  })

  it('lets people pass also when it cannot be reached', async () => {
    process.env['SMARTCAPTCHA_URL'] = 'http://127.0.0.1:1'
    await accept('any')
  })

  it('lets nobody pass without a token', async () => {
    await control('fault', { kind: 'error500' })
    expect(await refusalOf(accept(''))).toEqual(REFUSED)
  })
})

describe('the CAPTCHA of an installation', () => {
  it('is the one it is configured with', async () => {
    process.env['CAPTCHA_KIND'] = 'smartcaptcha'
    process.env['SMARTCAPTCHA_SITE_KEY'] = 'ysc1_site'
    expect(await captcha().create()).toEqual({ kind: 'smartcaptcha', siteKey: 'ysc1_site' })
    process.env['CAPTCHA_KIND'] = 'none'
    expect(() => captcha()).toThrow('CAPTCHA_KIND is none of altcha, smartcaptcha')
    delete process.env['CAPTCHA_KIND']
    expect(captcha()).not.toBe(smartCaptcha)
  })
})
