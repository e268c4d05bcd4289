import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeEmail, resendEmailConfirmation } from '#functions/account/changeEmail.ts'
import { confirmEmail } from '#functions/account/confirmEmail.ts'
import { emailHash } from '#functions/account/emailHash.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { lettersTo, newestTokenTo } from './confirmationLetters.ts'
import { addPerson, auditOf, bicycles, countIn, ivan, olga, skis } from './person.ts'

const project = useEmulatorProject('change-email')
const OLD = 'olga@mail.example'
const NEW = 'olga@new.example'

beforeEach(async () => {
  await project.clear()
  await addPerson(olga, { name: 'Ольга', email: OLD })
  await set(['userEmails', { emailHash: emailHash(OLD) }], { userId: olga })
})
afterAll(() => project.close())

const change = (email: string, now = NOON) =>
  changeEmail({ userId: olga, email, address: '203.0.113.7' }, now)
const user = (userId = olga) => get('users', { userId })

describe('a new address', () => {
  it('waits beside the old one, which counts on', async () => {
    await change(NEW)
    expect(await user()).toMatchObject({ email: OLD, pendingEmail: NEW })
    expect(await get('userEmails', { emailHash: emailHash(OLD) })).toEqual({ userId: olga })
    expect(await get('userEmails', { emailHash: emailHash(NEW) })).toBeUndefined()
    expect(await auditOf(bicycles)).toEqual([])
  })

  it('gets a letter with a link, and nobody else does', async () => {
    await change(NEW)
    expect(await lettersTo(NEW)).toMatchObject([{ state: 'queued', subject: 'Подтвердите адрес почты' }])
    expect(await countIn('mails')).toBe(1)
  })

  it('gets it in the language of the person', async () => {
    await addPerson(ivan, { locale: 'en' })
    await changeEmail({ userId: ivan, email: NEW, address: '' }, NOON)
    expect(await lettersTo(NEW)).toMatchObject([{ subject: 'Confirm your e-mail address' }])
  })

  it('gets a letter without a word of the one who named it', async () => {
    await addPerson(olga, { name: 'Выиграйте на evil.example' })
    await change(NEW)
    const [letter] = await lettersTo(NEW)
    expect(`${letter?.subject ?? ''}${letter?.text ?? ''}${letter?.html ?? ''}`).not.toContain('evil')
  })

  it('has a link that lies nowhere but in the letter, good for a week', async () => {
    await change(NEW)
    const token = await newestTokenTo(NEW)
    const known = { userId: olga, email: NEW, expiresAt: NOON + 7 * DAY_MS }
    expect(await get('emailTokens', { tokenHash: hashToken(token) })).toEqual(known)
    const { docs } = await firestore().collection('emailTokens').get()
    expect(JSON.stringify(docs.map((document) => [document.id, document.data()]))).not.toContain(token)
  })

  it('of somebody else is taken like any other: nobody learns whose it is', async () => {
    await addPerson(ivan, { email: NEW })
    await set(['userEmails', { emailHash: emailHash(NEW) }], { userId: ivan })
    await change(NEW)
    expect(await user()).toMatchObject({ pendingEmail: NEW })
    expect(await lettersTo(NEW)).toHaveLength(1)
  })

  it('that is the old one stops what was under way, without a letter', async () => {
    await change(NEW)
    await change(OLD)
    expect(await user()).toMatchObject({ email: OLD, pendingEmail: '' })
    expect(await lettersTo(OLD)).toEqual([])
  })

  it('voids the links to another', async () => {
    await change('first@new.example')
    const first = await newestTokenTo('first@new.example')
    await change(NEW)
    expect(await refusalOf(confirmEmail(first, '', NOON))).toEqual({ code: 'notFound' })
    expect(await user()).toMatchObject({ email: OLD, pendingEmail: NEW })
  })
})

describe('no address', () => {
  it('takes the old one and the waiting one away', async () => {
    await change(NEW)
    await change('')
    expect(await user()).toMatchObject({ email: '', pendingEmail: '' })
    expect(await get('userEmails', { emailHash: emailHash(OLD) })).toBeUndefined()
    expect(await refusalOf(confirmEmail(await newestTokenTo(NEW), '', NOON))).toEqual({ code: 'notFound' })
  })

  it('is on record in every company', async () => {
    await change('')
    const deed = { kind: 'emailChanged', by: olga, byName: 'Ольга', address: '203.0.113.7', at: NOON }
    expect(await auditOf(bicycles)).toMatchObject([deed])
    expect(await auditOf(skis)).toMatchObject([deed])
  })

  it('instead of none is nothing to record', async () => {
    await addPerson(olga, { email: '' })
    await change('')
    expect(await auditOf(bicycles)).toEqual([])
  })

  it('leaves the address to others', async () => {
    await change('')
    await addPerson(ivan, { email: '' })
    await changeEmail({ userId: ivan, email: OLD, address: '' }, NOON)
    await confirmEmail(await newestTokenTo(OLD), '', NOON)
    expect(await user(ivan)).toMatchObject({ email: OLD })
  })
})

describe('another letter', () => {
  it('goes to the address that waits, with a link of its own', async () => {
    await change(NEW)
    const first = await newestTokenTo(NEW)
    await resendEmailConfirmation(olga, NOON + MINUTE_MS)
    const second = await newestTokenTo(NEW)
    expect(second).not.toBe(first)
    expect(await lettersTo(NEW)).toHaveLength(2)
    await confirmEmail(first, '', NOON + MINUTE_MS)
    expect(await user()).toMatchObject({ email: NEW, pendingEmail: '' })
  })

  it('is refused where nothing waits', async () => {
    expect(await refusalOf(resendEmailConfirmation(olga, NOON))).toEqual({ code: 'notFound' })
    expect(await countIn('mails')).toBe(0)
  })
})

describe('letters', () => {
  const refusal = { code: 'tooManyAttempts', minutes: 60 }

  it('are five an hour, changes and repetitions together', async () => {
    for (const at of [1, 2, 3]) await change(`olga${String(at)}@new.example`)
    await resendEmailConfirmation(olga, NOON)
    await resendEmailConfirmation(olga, NOON)
    expect(await refusalOf(change(NEW))).toEqual(refusal)
    expect(await refusalOf(resendEmailConfirmation(olga, NOON))).toEqual(refusal)
    expect(await countIn('mails')).toBe(5)
    await change(NEW, NOON + HOUR_MS)
    expect(await user()).toMatchObject({ pendingEmail: NEW })
  })

  it('are five when many are asked for at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => change(NEW)))
    const answered = asked.filter(({ status }) => status === 'fulfilled').length
    expect(answered).toBeLessThanOrEqual(5)
    expect(await countIn('mails')).toBe(answered)
    expect(await countIn('emailTokens')).toBe(answered)
  })

  it('are ten a day to one address, from whomever', async () => {
    for (const id of ['eve', 'adam']) {
      await addPerson(userIdSchema.parse(id), { email: '' }, [])
      const other = { userId: userIdSchema.parse(id), email: NEW, address: '' }
      for (let at = 0; at < 5; at++) await changeEmail(other, NOON)
    }
    const day = { code: 'tooManyAttempts', minutes: 24 * 60 }
    expect(await refusalOf(change(NEW))).toEqual(day)
    expect(await countIn('mails')).toBe(10)
    await change(NEW, NOON + DAY_MS)
    expect(await lettersTo(NEW)).toHaveLength(11)
  })

  it('do not keep anybody from taking his address away', async () => {
    for (let at = 0; at < 5; at++) await change(NEW)
    await change('')
    expect(await user()).toMatchObject({ email: '', pendingEmail: '' })
  })
})
