import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeEmail } from '#functions/account/changeEmail.ts'
import { confirmEmail } from '#functions/account/confirmEmail.ts'
import { emailHash } from '#functions/account/emailHash.ts'
import { get } from '#functions/store/store.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { newestTokenTo } from './confirmationLetters.ts'
import { addPerson, auditOf, bicycles, countIn, ivan, olga, skis } from './person.ts'

const project = useEmulatorProject('confirm-email')
const EMAIL = 'olga@new.example'

beforeEach(async () => {
  await project.clear()
  await addPerson(olga, { name: 'Ольга' })
})
afterAll(() => project.close())

async function linkFor(userId = olga, email = EMAIL, now = NOON): Promise<string> {
  await changeEmail({ userId, email, address: '' }, now)
  return newestTokenTo(email)
}

const confirm = (token: string, now = NOON) => confirmEmail(token, '203.0.113.7', now)
const user = (userId = olga) => get('users', { userId })
const holderOf = (email: string) => get('userEmails', { emailHash: emailHash(email) })

describe('the link of a letter', () => {
  it('makes the address that of the person', async () => {
    expect(await confirm(await linkFor())).toEqual({ email: EMAIL })
    expect(await user()).toMatchObject({ email: EMAIL, pendingEmail: '' })
    expect(await holderOf(EMAIL)).toEqual({ userId: olga })
  })

  it('sets the address before it free', async () => {
    await confirm(await linkFor(olga, 'olga@old.example'))
    await confirm(await linkFor())
    expect(await user()).toMatchObject({ email: EMAIL })
    expect(await holderOf('olga@old.example')).toBeUndefined()
  })

  it('leaves a record in every company, without addresses', async () => {
    await confirm(await linkFor())
    const deed = {
      kind: 'emailChanged',
      by: olga,
      byName: 'Ольга',
      subject: 'Ольга',
      details: {},
      address: '203.0.113.7',
      at: NOON,
    }
    expect([await auditOf(bicycles), await auditOf(skis)]).toEqual([[deed], [deed]])
  })

  it('pressed again says the same, and does nothing', async () => {
    const token = await linkFor()
    const answers = [await confirm(token), await confirm(token), await confirm(token, NOON + 8 * DAY_MS)]
    expect(answers).toEqual([{ email: EMAIL }, { email: EMAIL }, { email: EMAIL }])
    expect(await auditOf(bicycles)).toHaveLength(1)
  })

  it('pressed often at once does it once', async () => {
    const token = await linkFor()
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(token)))
    expect(answers).toEqual(Array(5).fill({ email: EMAIL }))
    expect(await auditOf(bicycles)).toHaveLength(1)
    expect(await countIn('userEmails')).toBe(1)
  })

  it('is good for a week', async () => {
    const token = await linkFor()
    expect(await refusalOf(confirm(token, NOON + 7 * DAY_MS))).toEqual({ code: 'codeExpired' })
    expect(await user()).toMatchObject({ email: '', pendingEmail: EMAIL })
    await confirm(token, NOON + 7 * DAY_MS - 1)
    expect(await user()).toMatchObject({ email: EMAIL })
  })

  it('does not bring back an address that was given up', async () => {
    const token = await linkFor()
    await confirm(token)
    await changeEmail({ userId: olga, email: '', address: '' }, NOON)
    expect(await refusalOf(confirm(token))).toEqual({ code: 'notFound' })
    expect(await user()).toMatchObject({ email: '', pendingEmail: '' })
  })

  it('that nobody sent is none', async () => {
    await linkFor()
    expect(await refusalOf(confirm(randomBytes(32).toString('base64url')))).toEqual({ code: 'notFound' })
  })
})

describe('an address two people named', () => {
  it('belongs to who proves it first', async () => {
    await addPerson(ivan, { name: 'Иван' })
    const links = [await linkFor(ivan), await linkFor(olga, EMAIL, NOON + 1)] as const
    await confirm(links[0])
    expect(await refusalOf(confirm(links[1]))).toEqual({ code: 'emailTaken' })
    expect(await holderOf(EMAIL)).toEqual({ userId: ivan })
    expect(await user()).toMatchObject({ email: '', pendingEmail: EMAIL })
  })

  it('belongs to one when both prove it at once', async () => {
    await addPerson(ivan, { name: 'Иван' })
    const links = [await linkFor(ivan), await linkFor(olga, EMAIL, NOON + 1)]
    const outcomes = await Promise.allSettled(links.map((token) => confirm(token)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const holders = [await user(olga), await user(ivan)].filter((person) => person?.email === EMAIL)
    expect(holders).toHaveLength(1)
  })
})
