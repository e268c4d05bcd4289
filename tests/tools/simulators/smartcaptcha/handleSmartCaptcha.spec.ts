import { beforeEach, describe, expect, it } from 'vitest'
import { askText } from '../support/askText.ts'
import { callJson } from '../support/callJson.ts'
import { startedSimulators } from '../support/startedSimulators.ts'

const simulators = startedSimulators()
const control = (path: string, body: unknown) =>
  callJson(`${simulators().url}/smartcaptcha/control/${path}`, body)

async function tokenOf(passage: Record<string, unknown> = {}): Promise<string> {
  return ((await control('tokens', passage)).body as { token: string }).token
}

const validate = (fields: Record<string, string>) =>
  askText(`${simulators().url}/smartcaptcha/validate`, {
    secret: 'local',
    ip: '203.0.113.7',
    ...fields,
  })

beforeEach(() => control('reset', {}))

describe('SmartCaptcha', () => {
  it('lets a person pass, and names the site', async () => {
    expect(await validate({ token: await tokenOf({ host: 'pact.test:8080' }) })).toEqual({
      status: 200,
      body: '{"status":"ok","message":"","host":"pact.test:8080"}',
    })
  })

  it('stops a robot without a word', async () => {
    expect((await validate({ token: await tokenOf({ isHuman: false }) })).body).toBe(
      '{"status":"failed","message":""}',
    )
  })

  it('takes a token once', async () => {
    const token = await tokenOf()
    await validate({ token })

    expect((await validate({ token })).body).toBe('{"status":"failed","message":"Invalid or expired Token."}')
  })

  it.each([
    ['no token', {}, 'Invalid or expired Token.'],
    ['a token it never gave', { token: 'dD0xxx' }, 'Invalid or expired Token.'],
    ['no key', { secret: '' }, 'Authentication failed. Secret has not provided.'],
    ['a key it does not know', { secret: 'wrong' }, 'Authentication failed. Invalid secret.'],
  ])('refuses %s', async (_what, fields, message) => {
    const { body } = await validate(fields)

    expect(JSON.parse(body)).toEqual({ status: 'failed', message })
  })

  it('refuses a token of five minutes ago', async () => {
    const almost = await tokenOf({ ageMs: 290_000 })
    const old = await tokenOf({ ageMs: 300_000 })

    expect((await validate({ token: almost })).body).toContain('"ok"')
    expect((await validate({ token: old })).body).toContain('"failed"')
  })

  it('fails as it is told', async () => {
    await control('fault', { kind: 'error500' })
    expect((await validate({ token: await tokenOf() })).status).toBe(500)

    await control('fault', { kind: null })
    expect((await validate({ token: await tokenOf() })).status).toBe(200)
  })
})
