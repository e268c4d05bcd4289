import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { beginPhoneChange } from '#functions/account/beginPhoneChange.ts'
import { get, set } from '#functions/store/store.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { addPerson, countIn, ivan, olga } from './person.ts'

const project = useEmulatorProject('phone-change')
const PHONE = '+79990000055'

beforeEach(async () => {
  await project.clear()
  await addPerson()
})
afterAll(() => project.close())

const begin = (phone = PHONE, now = NOON, signedInAt = NOON) => beginPhoneChange(olga, phone, signedInAt, now)

describe('a change of phone', () => {
  it('is noted for a quarter of an hour, under an id nobody guesses', async () => {
    const { phoneChange } = await begin()
    expect(phoneChange).toMatch(/^[0-9a-f]{64}$/)
    expect(await get('authSessions', { sessionId: phoneChange })).toMatchObject({
      phone: PHONE,
      changesPhoneOf: olga,
      usedAt: null,
      expiresAt: NOON + 15 * MINUTE_MS,
    })
  })

  it('has no code: it is no session anybody could sign in by', async () => {
    const { phoneChange } = await begin()
    expect(await get('authSessions', { sessionId: phoneChange })).toMatchObject({ codeHash: '' })
  })

  it('changes nothing yet', async () => {
    await begin()
    expect(await get('users', { userId: olga })).toMatchObject({ phone: '+79990000001' })
    expect(await countIn('userPhones')).toBe(0)
  })

  it('to a number that is taken is refused without saying whose', async () => {
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: ivan })
    expect(await refusalOf(begin())).toEqual({ code: 'phoneTaken' })
    expect(await countIn('authSessions')).toBe(0)
  })

  it('to one’s own number is refused alike', async () => {
    await set(['userPhones', { phoneDigits: PHONE.slice(1) }], { userId: olga })
    expect(await refusalOf(begin())).toEqual({ code: 'phoneTaken' })
  })

  it('wants a recent sign-in', async () => {
    expect(await refusalOf(begin(PHONE, NOON, NOON - 16 * MINUTE_MS))).toEqual({ code: 'signInTooOld' })
    expect(await countIn('authSessions')).toBe(0)
  })

  it('is begun five times an hour at the most, so that nobody asks through numbers', async () => {
    await set(['userPhones', { phoneDigits: '79990000060' }], { userId: ivan })
    for (let at = 0; at < 5; at++) await refusalOf(begin('+79990000060'))
    expect(await refusalOf(begin())).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    await begin(PHONE, NOON + HOUR_MS, NOON + HOUR_MS)
    expect(await countIn('authSessions')).toBe(1)
  })
})
