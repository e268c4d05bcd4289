import { loggedLines as warned } from '../loggedLines.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBalances } from '#functions/sms/checkBalances.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'

let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(async () => {
  await sms.reset()
  process.env['SMS_GATEWAYS'] = 'smsru:key-of-smsru,smsc:key-of-smsc'
  warned.length = 0
})
afterEach(() => {
  delete process.env['SMS_BALANCE_MINIMUM']
})
afterAll(() => sms.close())

const setBalance = (name: string, balance: number) => sms.control(`sms/control/${name}/balance`, { balance })

describe('the balance of a gateway', () => {
  it.each(['smsRu', 'smsc'])('%s that is low is warned of', async (name) => {
    await setBalance(name, 499.5)
    await checkBalances()
    expect(warned).toHaveLength(1)
    expect(warned[0]).toContain(`"gateway":"${name.toLowerCase()}","balance":499.5,"minimum":500`)
  })

  it('that is not low is not spoken of', async () => {
    await setBalance('smsc', 500)
    await checkBalances()
    expect(warned).toEqual([])
  })

  it('is measured by what an installation calls low', async () => {
    process.env['SMS_BALANCE_MINIMUM'] = '200000'
    await checkBalances()
    expect(warned).toHaveLength(2)
  })

  it('that cannot be read is said to be so, without the key', async () => {
    process.env['SMS_GATEWAYS'] = 'smsru:wrong-key,smsc:wrong-key'
    await checkBalances()
    expect(warned).toHaveLength(2)
    expect(warned.join()).toContain('SMS.ru 200')
    expect(warned.join()).toContain('SMSC.ru 2')
    expect(warned.join()).not.toContain('wrong-key')
  })
})
