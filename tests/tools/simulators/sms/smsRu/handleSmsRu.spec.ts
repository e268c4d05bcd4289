import { beforeEach, describe, expect, it } from 'vitest'
import { askText } from '../../support/askText.ts'
import { callJson } from '../../support/callJson.ts'
import { startedSimulators } from '../../support/startedSimulators.ts'

const PHONE = '79000000142'
const simulators = startedSimulators()
const control = (path: string, body: unknown) => callJson(`${simulators().url}/sms/control/${path}`, body)
const messages = async () => (await callJson(`${simulators().url}/sms/messages`)).body

const ask = (method: string, fields: Record<string, string> = {}) =>
  askText(`${simulators().url}/smsru/${method}`, { api_id: 'local', json: '1', ...fields })
const send = (fields: Record<string, string> = {}) =>
  ask('sms/send', { to: PHONE, msg: 'Код 4187', ...fields })

async function codeOf(answer: Promise<{ body: string }>): Promise<unknown> {
  const { status_code: whole, sms } = JSON.parse((await answer).body) as {
    status_code: number
    sms?: Record<string, { status_code: number }>
  }
  return Object.values(sms ?? {})[0]?.status_code ?? whole
}

beforeEach(() => control('reset', {}))

describe('SMS.ru', () => {
  it('answers a send as it is documented', async () => {
    const { status, body } = await send()

    expect(status).toBe(200)
    expect(body.replace(/000000-\d+/, '000000-1')).toBe(`{
    "status": "OK",
    "status_code": 100,
    "sms": {
        "79000000142": {
            "status": "OK",
            "status_code": 100,
            "sms_id": "000000-1"
        }
    },
    "balance": 99995.5
}`)
    expect(await messages()).toMatchObject([{ gateway: 'smsRu', phone: PHONE, code: '4187' }])
  })

  it('tells a price without sending', async () => {
    const { body } = await ask('sms/cost', { to: `${PHONE},123`, msg: 'я'.repeat(71) })

    expect(JSON.parse(body)).toEqual({
      status: 'OK',
      status_code: 100,
      sms: {
        [PHONE]: { status: 'OK', status_code: 100, cost: 9, sms: 2 },
        123: { status: 'ERROR', status_code: 202, status_text: expect.any(String) as string },
      },
      total_cost: 9,
      total_sms: 2,
    })
    expect(await messages()).toEqual([])
  })

  it('tells balance, limit and senders', async () => {
    await send()

    const told = await Promise.all(['my/balance', 'my/limit', 'my/senders'].map((method) => ask(method)))

    expect(told.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { status: 'OK', status_code: 100, balance: 99995.5 },
      { status: 'OK', status_code: 100, total_limit: 1000, used_today: 1 },
      { status: 'OK', status_code: 100, senders: ['pact'] },
    ])
  })

  it('sends different texts to different numbers', async () => {
    await ask('sms/send', { [`to[${PHONE}]`]: 'Код 1111', 'to[79000000418]': 'Код 2222' })

    expect(await messages()).toMatchObject([{ code: '2222' }, { phone: PHONE, code: '1111' }])
  })

  it('checks a test and sends nothing', async () => {
    expect(await codeOf(send({ test: '1' }))).toBe(100)
    expect(await messages()).toEqual([])
  })

  it('answers in lines without json=1', async () => {
    expect((await ask('my/balance', { json: '' })).body).toBe('100\n100000')
    expect((await ask('sms/cost', { json: '', to: PHONE, msg: 'x' })).body).toBe('100\n4.5\n1')
  })

  it.each([
    ['a key it does not know', { api_id: 'wrong' }, 200],
    ['no key', { api_id: '' }, 200],
    ['a number that is none', { to: '12' }, 202],
    ['an empty text', { msg: ' ' }, 203],
    ['a sender nobody agreed to', { from: 'wrong-name' }, 204],
    ['more than eight parts', { msg: 'я'.repeat(67 * 8 + 1) }, 205],
    ['more than a hundred numbers', { to: Array.from({ length: 101 }, () => PHONE).join(',') }, 213],
  ])('refuses %s', async (_what, fields, code) => {
    expect(await codeOf(send(fields))).toBe(code)
    expect(await messages()).toEqual([])
  })

  it('refuses a text that is not UTF-8', async () => {
    const url = `${simulators().url}/smsru/sms/send?api_id=local&json=1&to=${PHONE}&msg=%CA%EE%E4`

    expect(await codeOf(askText(url))).toBe(212)
  })

  it('refuses a method it does not know', async () => {
    expect(await codeOf(ask('my/shoes'))).toBe(211)
  })

  it('refuses when the money is gone, and when the day is over', async () => {
    await control('smsRu/balance', { balance: 4 })
    expect(await codeOf(send())).toBe(201)

    await control('reset', {})
    await control('smsRu/limit', { dailyLimit: 1 })
    expect([await codeOf(send()), await codeOf(send())]).toEqual([100, 206])
  })

  it('fails as it is told, and as often', async () => {
    await control('smsRu/fault', { kind: 'error500', count: 2 })
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([500, 500, 200])

    await control('smsRu/fault', { kind: 'outOfMoney' })
    expect([await codeOf(send()), await codeOf(send())]).toEqual([201, 100])

    await control('smsRu/fault', { kind: 'code', code: 231, phone: '+79000000142' })
    expect(await codeOf(send())).toBe(231)
  })

  it('never answers, and sends nothing, when it plays a time-out', async () => {
    await control('smsRu/fault', { kind: 'timeout' })
    const url = `${simulators().url}/smsru/sms/send?api_id=local&to=${PHONE}&msg=1234`

    await expect(fetch(url, { signal: AbortSignal.timeout(300) })).rejects.toThrow(/timeout/)
    expect(await messages()).toEqual([])
  })

  it('sends, and cuts the connection, when its answer shall get lost', async () => {
    await control('smsRu/fault', { kind: 'dropAnswer' })

    await expect(send()).rejects.toThrow()
    expect(await messages()).toHaveLength(1)
  })

  it('leaves the other gateway alone', async () => {
    await control('smsc/fault', { kind: 'error500', count: 'all' })

    expect((await send()).status).toBe(200)
  })
})
