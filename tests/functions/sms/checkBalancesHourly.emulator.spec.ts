import { loggedLines as warned } from '../loggedLines.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { checkBalancesHourly } from '#functions/sms/checkBalancesHourly.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'

const project = useEmulatorProject('balances')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(async () => {
  await project.clear()
  await sms.reset()
  process.env['SMS_GATEWAYS'] = 'smsru:key-of-smsru,smsc:key-of-smsc'
  await sms.control('sms/control/smsc/balance', { balance: 0 })
  warned.length = 0
})
afterAll(async () => {
  await sms.close()
  await project.close()
})

it('balances are looked at once an hour, by the first run of it, be that late', async () => {
  await checkBalancesHourly(NOON + 7 * MINUTE_MS)
  expect(warned).toHaveLength(1)
  for (const minute of [8, 9, 59]) await checkBalancesHourly(NOON + minute * MINUTE_MS)
  expect(warned).toHaveLength(1)
  await checkBalancesHourly(NOON + HOUR_MS + MINUTE_MS)
  expect(warned).toHaveLength(2)
})
