import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginPhoneChange } from '#functions/account/beginPhoneChange.ts'
import { signOutEverywhere } from '#functions/signIn/signOutEverywhere.ts'
import { get, set } from '#functions/store/store.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { addPerson, auditOf, bicycles, countIn, ivan, olga, skis } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { SmsSimulator } from '../smsSimulator.ts'
import { startSms } from '../smsSimulator.ts'
import { ADDRESS, OTHER_PHONE, PHONE, askedCode, signIn, uidIn, verify } from './signInSteps.ts'

const project = useEmulatorProject('phone-change')
let sms: SmsSimulator

beforeAll(async () => {
  sms = await startSms()
})
beforeEach(async () => {
  await Promise.all([project.clear(), sms.reset()])
  await addPerson(olga, { phone: PHONE, name: 'Ольга' })
  await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
})
afterAll(async () => {
  await sms.close()
  await project.close()
})

/** A code on its way to the number Olga wants. */
async function askedForChange(userId = olga) {
  const { phoneChange } = await beginPhoneChange(userId, OTHER_PHONE, NOON, NOON)
  return askedCode(sms, { phone: OTHER_PHONE, phoneChange })
}

const ownerOf = async (phone: string) => (await get('userPhones', { phoneDigits: phone.slice(1) }))?.userId
const CHANGED = NOON + MINUTE_MS

describe('the code sent to a new number', () => {
  it('moves the person there, and signs him in', async () => {
    const answer = await verify(await askedForChange())
    expect([answer.step, uidIn(answer)]).toEqual(['signedIn', olga])
    expect([await ownerOf(PHONE), await ownerOf(OTHER_PHONE)]).toEqual([undefined, olga])
    expect(await get('users', { userId: olga })).toMatchObject({ phone: OTHER_PHONE, name: 'Ольга' })
    expect(await countIn('users')).toBe(1)
  })

  it('ends all earlier sign-ins, everywhere', async () => {
    await verify(await askedForChange())
    const ended = { sessionsValidAfterAt: CHANGED }
    expect(await get('users', { userId: olga })).toMatchObject(ended)
    expect(await get('members', { companyId: bicycles, userId: olga })).toMatchObject(ended)
    expect(await get('members', { companyId: skis, userId: olga })).toMatchObject(ended)
  })

  it('is noted by every company, with the browser that gave it', async () => {
    await verify(await askedForChange())
    const entry = { kind: 'phoneChanged', by: olga, byName: 'Ольга', address: ADDRESS, at: CHANGED }
    expect([await auditOf(bicycles), await auditOf(skis)]).toMatchObject([[entry], [entry]])
    expect(await countIn(`users/${olga}/devices`)).toBe(1)
  })

  it('leaves the former number free for somebody else', async () => {
    await verify(await askedForChange())
    const { userId } = await signIn(sms, { now: NOON + MINUTE_MS })
    expect(userId).not.toBe(olga)
    expect((await signIn(sms, { phone: OTHER_PHONE, now: NOON + MINUTE_MS })).userId).toBe(olga)
  })

  it('moves nobody to a number that was taken meanwhile', async () => {
    const asked = await askedForChange()
    await set(['userPhones', { phoneDigits: OTHER_PHONE.slice(1) }], { userId: ivan })
    expect(await refusalOf(verify(asked))).toEqual({ code: 'phoneTaken' })
    expect([await ownerOf(PHONE), await ownerOf(OTHER_PHONE)]).toEqual([olga, ivan])
    expect(await get('users', { userId: olga })).toMatchObject({ phone: PHONE, sessionsValidAfterAt: 0 })
  })

  it('moves one of two who want the number', async () => {
    await addPerson(ivan, { phone: '+79000000150' }, [])
    const both = [await askedForChange(olga), await askedForChange(ivan)]
    const results = await Promise.allSettled(both.map((asked) => verify(asked)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const owner = (await ownerOf(OTHER_PHONE)) ?? ''
    expect(await get('users', { userId: owner })).toMatchObject({ phone: OTHER_PHONE })
  })

  it('moves nobody who has signed out everywhere since', async () => {
    const asked = await askedForChange()
    await signOutEverywhere(olga, ADDRESS, NOON + 1)
    expect(await refusalOf(verify(asked))).toEqual({ code: 'codeExpired' })
    expect(await ownerOf(PHONE)).toBe(olga)
  })

  it('opens nothing by the session that only began the change', async () => {
    const { phoneChange } = await beginPhoneChange(olga, OTHER_PHONE, NOON, NOON)
    expect(await refusalOf(verify({ sessionId: phoneChange, code: '000000' }))).toMatchObject({
      code: 'codeWrong',
    })
    expect(await ownerOf(OTHER_PHONE)).toBeUndefined()
  })
})
