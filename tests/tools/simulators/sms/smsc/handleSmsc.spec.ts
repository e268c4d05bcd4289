import { beforeEach, describe, expect, it } from 'vitest'
import { askText } from '../../support/askText.ts'
import { callJson } from '../../support/callJson.ts'
import { startedSimulators } from '../../support/startedSimulators.ts'

const PHONE = '79000000142'
const simulators = startedSimulators()
const at = (script: string) => `${simulators().url}/smsc/${script}`
const control = (path: string, body: unknown) => callJson(`${simulators().url}/sms/control/${path}`, body)
const messages = async () => (await callJson(`${simulators().url}/sms/messages`)).body

const WHO = { login: 'teply', psw: 'secret' }
const SMS = { ...WHO, phones: PHONE, mes: 'Код 4187', fmt: '3', charset: 'utf-8', id: '63' }
const send = (fields: Record<string, string> = {}) => askText(at('sys/send.php'), { ...SMS, ...fields })

beforeEach(() => control('reset', {}))

describe('SMSC.ru', () => {
  it('answers a send as it is documented', async () => {
    expect(await send()).toEqual({ status: 200, body: '{\n"id": 63,\n"cnt": 1\n}' })
    expect(await messages()).toMatchObject([
      { gateway: 'smsc', id: '63', phone: PHONE, text: 'Код 4187', code: '4187' },
    ])
  })

  it('tells price and balance with a send when asked', async () => {
    const { body } = await send({ cost: '3' })

    expect(body).toBe('{\n"id": 63,\n"cnt": 1,\n"cost": "3.8",\n"balance": "99996.2"\n}')
  })

  it('tells a price without sending', async () => {
    expect((await send({ cost: '1', mes: 'я'.repeat(71) })).body).toBe('{\n"cost": "7.6",\n"cnt": 2\n}')
    expect(await messages()).toEqual([])
  })

  it('tells the balance', async () => {
    const ask = (fields: Record<string, string>) => askText(at('sys/balance.php'), { ...WHO, ...fields })

    expect((await ask({ fmt: '3' })).body).toBe('{\n"balance": "100000"\n}')
    expect((await ask({ fmt: '3', cur: '1' })).body).toBe('{\n"balance": "100000",\n"currency": "RUB"\n}')
    expect((await ask({})).body).toBe('100000')
  })

  it('tells what became of a message', async () => {
    await send()
    const status = (id: string, phone = PHONE) =>
      askText(at('sys/status.php'), { ...WHO, fmt: '3', id, phone })

    expect((await status('63')).body).toMatch(
      /^{\n"status": 1,\n"last_date": "\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d",\n"last_timestamp": \d{10}\n}$/,
    )
    expect((await status('64')).body).toBe('{\n"status": -3\n}')
    expect(JSON.parse((await status('63,', `${PHONE},`)).body)).toMatchObject([
      { status: 1, id: 63, phone: PHONE },
    ])
  })

  it('takes JSON under /rest/send/, and a key instead of login and password', async () => {
    const { body } = await callJson(at('rest/send/'), { apikey: 'key', phones: PHONE, mes: 'Код 4187' })

    expect(body).toMatchObject({ cnt: 1 })
    expect(await messages()).toMatchObject([{ text: 'Код 4187' }])
  })

  it('knows numbers that begin with an eight', async () => {
    await send({ phones: '8 (900) 000-01-42' })

    expect(await messages()).toMatchObject([{ phone: PHONE }])
  })

  it('reads a text as Windows-1251 unless told otherwise', async () => {
    await send({ charset: '' })

    expect(await messages()).toMatchObject([{ text: 'РљРѕРґ 4187' }])
  })

  it.each([
    ['no text', { mes: '' }, { error: 'parameters error', error_code: 1 }],
    ['a password it does not know', { psw: 'wrong' }, { error: 'authorise error', error_code: 2 }],
    ['a login without a password', { psw: '' }, { error: 'authorise error', error_code: 2 }],
    ['a key it does not know', { apikey: 'wrong' }, { error: 'authorise error', error_code: 2 }],
    ['a sender nobody agreed to', { sender: 'wrong' }, { error: 'message is denied', error_code: 6, id: 63 }],
    ['a number that is none', { phones: '12' }, { error: 'invalid number', error_code: 7, id: 63 }],
  ])('refuses %s', async (_what, fields, refusal) => {
    expect(JSON.parse((await send(fields)).body)).toEqual(refusal)
    expect(await messages()).toEqual([])
  })

  it('refuses when the money is gone', async () => {
    await control('smsc/balance', { balance: 3 })

    expect((await send()).body).toBe('{\n"error": "no money",\n"error_code": 3,\n"id": 63\n}')
  })

  it('refuses the same message within a minute, and the sixth question for its price', async () => {
    const again = '{\n"error": "duplicate request, wait a minute",\n"error_code": 9\n}'
    await send()
    expect((await send()).body).toBe(again)
    expect((await send({ mes: 'Код 5823' })).body).not.toBe(again)

    const prices = await Promise.all(Array.from({ length: 6 }, () => send({ cost: '1' })))
    expect(prices.filter(({ body }) => body === again)).toHaveLength(1)
  })

  it('refuses in words or with commas where no JSON was asked for', async () => {
    expect((await send({ fmt: '0', phones: '12' })).body).toBe('ERROR = 7 (invalid number), ID - 63')
    expect((await send({ fmt: '1', phones: '12' })).body).toBe('63,-7')
    expect((await send({ fmt: '1', psw: 'wrong' })).body).toBe('0,-2')
    expect((await send({ fmt: '0' })).body).toBe('OK - 1 SMS, ID - 63')
    expect((await send({ fmt: '1', cost: '3', mes: 'x' })).body).toBe('63,1,3.8,99992.4')
  })

  it('fails as it is told, and as often', async () => {
    await control('smsc/fault', { kind: 'error500' })
    expect([(await send()).status, (await send()).status]).toEqual([500, 200])

    await control('smsc/fault', { kind: 'code', code: 4 })
    expect((await send({ mes: 'x' })).body).toBe('{\n"error": "ip is blocked",\n"error_code": 4\n}')

    await control('smsc/fault', { kind: 'outOfMoney' })
    expect(JSON.parse((await send({ mes: 'x' })).body)).toMatchObject({ error_code: 3 })
    expect(JSON.parse((await send({ mes: 'x' })).body)).toMatchObject({ cnt: 1 })
  })

  it('has no such script', async () => {
    expect((await askText(at('sys/shoes.php'), WHO)).status).toBe(404)
  })
})
