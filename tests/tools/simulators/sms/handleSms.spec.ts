import { beforeEach, describe, expect, it } from 'vitest'
import { callJson } from '../support/callJson.ts'
import { startedSimulators } from '../support/startedSimulators.ts'

const simulators = startedSimulators()
const at = (path: string) => `${simulators().url}/sms/${path}`

async function send(fields: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({
    api_id: 'local-sms-key',
    to: '79000000142',
    msg: 'Код 4187',
    json: '1',
    ...fields,
  })
  const response = await fetch(at('sms/send'), { method: 'POST', body })
  return (await response.json()) as Record<string, unknown>
}

beforeEach(() => callJson(at('control/reset'), {}))

describe('the SMS gateway', () => {
  it('takes a message and shows its code', async () => {
    const answer = await send()

    const sms = { status: 'OK', status_code: 100, sms_id: expect.any(String) as string }
    expect(answer).toEqual({ status: 'OK', status_code: 100, sms: { '79000000142': sms }, balance: 99995.5 })
    expect((await callJson(at('messages?phone=%2B79000000142'))).body).toMatchObject([
      { phone: '79000000142', text: 'Код 4187', code: '4187' },
    ])
  })

  it('lists messages newest first, of one phone when asked', async () => {
    await send({ msg: 'Код 1111' })
    await send({ to: '79000000418', msg: 'Код 2222' })
    await send({ msg: 'Код 3333' })

    expect((await callJson(at('messages'))).body).toMatchObject([
      { code: '3333' },
      { code: '2222' },
      { code: '1111' },
    ])
    expect((await callJson(at('messages?phone=79000000418'))).body).toMatchObject([{ code: '2222' }])
  })

  it.each([
    ['a key it does not know', { api_id: 'wrong-key' }, 200],
    ['an empty text', { msg: ' ' }, 203],
    ['a text of more than eight parts', { msg: 'я'.repeat(537) }, 205],
    ['more than a hundred numbers', { to: Array.from({ length: 101 }, () => '79000000142').join(',') }, 213],
  ])('refuses %s', async (_what, fields, code) => {
    expect(await send(fields)).toMatchObject({ status: 'ERROR', status_code: code })
    expect((await callJson(at('messages'))).body).toEqual([])
  })

  it('refuses a wrong number, and sends to the right one beside it', async () => {
    expect(await send({ to: '123,79000000142' })).toMatchObject({
      status: 'OK',
      sms: { '123': { status: 'ERROR', status_code: 202 }, '79000000142': { status: 'OK' } },
    })
  })

  it('refuses when the money is gone', async () => {
    await callJson(at('control/balance'), { balance: 4 })

    expect(await send()).toMatchObject({ status: 'ERROR', status_code: 201 })
  })

  it('fails as it is told: 230 for one number, 220 for all', async () => {
    await callJson(at('control/fault'), { code: 230, phone: '+79000000142' })
    expect(await send({ to: '79000000418' })).toMatchObject({ sms: { '79000000418': { status: 'OK' } } })
    expect(await send()).toMatchObject({ sms: { '79000000142': { status: 'ERROR', status_code: 230 } } })
    expect(await send()).toMatchObject({ sms: { '79000000142': { status: 'OK' } } })

    await callJson(at('control/fault'), { code: 220 })
    expect(await send()).toMatchObject({ status: 'ERROR', status_code: 220 })
  })

  it('tells what became of a message', async () => {
    const { sms } = (await send()) as { sms: Record<string, { sms_id: string }> }
    const id = sms['79000000142']?.sms_id ?? ''

    expect((await callJson(at(`sms/status?api_id=local-sms-key&json=1&sms_id=${id}`))).body).toMatchObject({
      sms: { [id]: { status_code: 103 } },
    })
  })

  it('answers in lines without json=1', async () => {
    const body = new URLSearchParams({ api_id: 'local-sms-key', to: '79000000142', msg: 'x' })
    const response = await fetch(at('sms/send'), { method: 'POST', body })

    expect(await response.text()).toMatch(/^100\n000000-\d+\nbalance=99995\.5$/)
  })
})
