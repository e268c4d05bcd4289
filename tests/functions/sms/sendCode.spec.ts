import { loggedLines as logged } from '../loggedLines.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendCode } from '#functions/sms/sendCode.ts'
import type { Listening } from '../platform/httpServers.ts'
import { listenHttp } from '../platform/httpServers.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import { refusalOf } from '../refusalOf.ts'

const PHONE = '+79000000142'
const CODE = '048151'
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(async () => {
  await sms.reset()
  process.env['SMS_GATEWAYS'] = 'smsru:key-of-smsru,smsc:key-of-smsc'
  logged.length = 0
})
afterAll(() => sms.close())

const send = () => sendCode({ phone: PHONE, code: CODE, locale: 'ru', address: '203.0.113.7' })
const gatewaysThatSent = async () => (await sms.received(PHONE)).map(({ gateway }) => gateway)
const UNAVAILABLE = { code: 'smsUnavailable' }

describe('a code', () => {
  it('goes by the first gateway alone', async () => {
    await send()
    expect(await sms.received(PHONE)).toMatchObject([
      { gateway: 'smsRu', text: '048151 — код для входа в Пакт. Никому его не сообщайте.' },
    ])
  })

  it('goes in the order an installation names', async () => {
    process.env['SMS_GATEWAYS'] = 'smsc:key-of-smsc, smsru:key-of-smsru'
    await send()
    expect(await gatewaysThatSent()).toEqual(['smsc'])
  })

  it.each([
    ['is out of order', () => sms.fault('error500')],
    ['has no money left', () => sms.fault('outOfMoney')],
    ['has no route to the number', () => sms.refuse(207)],
    ['has reached its daily limit', () => sms.refuse(206)],
    ['is busy', () => sms.refuse(220)],
  ])('goes by the next when the first %s', async (_name, fail) => {
    await fail()
    await send()
    expect(await gatewaysThatSent()).toEqual(['smsc'])
  })

  it('goes by the next when the first refuses our key', async () => {
    process.env['SMS_GATEWAYS'] = 'smsru:wrong-key,smsc:key-of-smsc'
    await send()
    expect(await gatewaysThatSent()).toEqual(['smsc'])
  })

  it('goes by the next when the first cannot be reached', async () => {
    const url = process.env['SMSRU_URL'] ?? ''
    process.env['SMSRU_URL'] = 'http://127.0.0.1:1'
    await send()
    process.env['SMSRU_URL'] = url
    expect(await gatewaysThatSent()).toEqual(['smsc'])
  })

  it.each([
    ['smsru:a,smsc:b', 1, () => sms.fault('outOfMoney', 'smsc')],
    ['smsc:b,smsru:a', 1, () => sms.refuse(8, 'smsc')],
    ['smsc:b,smsru:a', 1, () => sms.refuse(9, 'smsc')],
  ])('goes once by %s whatever the other would say', async (gateways, count, fail) => {
    process.env['SMS_GATEWAYS'] = gateways
    await fail()
    await send()
    expect(await gatewaysThatSent()).toHaveLength(count)
  })

  it('that may have gone is not sent again', async () => {
    await sms.fault('dropAnswer')
    await send()
    expect(await gatewaysThatSent()).toEqual(['smsRu'])
  })

  describe('when what stands before the first answers with a page of its own', () => {
    let url = ''
    let status = 200
    let gate: Listening

    beforeAll(async () => {
      gate = await listenHttp((_request, response) => {
        response.writeHead(status, { location: '/blocked.html', 'content-type': 'text/html' })
        response.end('<html>Checking your browser</html>')
      })
    })
    beforeEach(() => {
      url = process.env['SMSRU_URL'] ?? ''
      process.env['SMSRU_URL'] = gate.url
    })
    afterEach(() => {
      process.env['SMSRU_URL'] = url
    })
    afterAll(() => gate.close())

    it.each([301, 302, 307, 400, 403, 404, 413, 429, 500, 503])('goes by the next: %i', async (refusal) => {
      status = refusal
      await send()
      expect(await gatewaysThatSent()).toEqual(['smsc'])
    })

    it.each([200, 502, 504])('may have gone, and is not sent again: %i', async (doubt) => {
      status = doubt
      await send()
      expect(await gatewaysThatSent()).toEqual([])
    })

    it('is refused where the next takes it as little', async () => {
      status = 403
      await sms.fault('outOfMoney', 'smsc')
      expect(await refusalOf(send())).toEqual(UNAVAILABLE)
    })
  })

  it.each([202, 209, 230, 231, 232])(
    'to a number SMS.ru refuses by %i is tried nowhere else',
    async (code) => {
      await sms.refuse(code)
      expect(await refusalOf(send())).toEqual(UNAVAILABLE)
      expect(await gatewaysThatSent()).toEqual([])
    },
  )

  it('to a number SMSC.ru knows for none is tried nowhere else', async () => {
    process.env['SMS_GATEWAYS'] = 'smsc:key-of-smsc,smsru:key-of-smsru'
    await sms.refuse(7, 'smsc')
    expect(await refusalOf(send())).toEqual(UNAVAILABLE)
    expect(await gatewaysThatSent()).toEqual([])
  })

  it('that no gateway takes is refused', async () => {
    await sms.fault('outOfMoney')
    await sms.fault('error500', 'smsc')
    expect(await refusalOf(send())).toEqual(UNAVAILABLE)
  })
})

describe('the log', () => {
  it('tells which gateway failed and why, but neither key, number nor code', async () => {
    await sms.fault('outOfMoney')
    await sms.refuse(7, 'smsc')
    await refusalOf(send())
    const text = logged.join('\n')
    expect(text).toContain('SMS.ru 201')
    expect(text).toContain('SMSC.ru 7')
    for (const secret of [CODE, '79000000142', 'key-of-smsru', 'key-of-smsc'])
      expect(text).not.toContain(secret)
  })

  it('does not quote settings that name no gateway', async () => {
    process.env['SMS_GATEWAYS'] = 'key-without-a-name'
    await expect(send()).rejects.toThrow(/^SMS_GATEWAYS names none of smsru, smsc$/)
  })
})
