import { loggedLines } from '../loggedLines.ts'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import {
  beginPhoneChange,
  changeAvatar,
  changeEmail,
  changeProfile,
  confirmEmail,
  readApiToken,
  readReferrals,
  resendEmailConfirmation,
  rotateApiToken,
} from '#functions/callables/account.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import { get, set, update } from '#functions/store/store.ts'
import {
  beginPhoneChangeContract,
  changeAvatarContract,
  changeEmailContract,
  changeProfileContract,
  confirmEmailContract,
  readApiTokenContract,
  readReferralsContract,
  resendEmailConfirmationContract,
  rotateApiTokenContract,
} from '#shared/api/account.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { OUTSIDER, THEIRS, callAs, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import type { Outcome } from '#tests/contracts/callableContract.ts'
import { auditOf, countIn } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { everythingStored } from '../signIn/signInSteps.ts'

const project = useEmulatorProject('account-callables')
afterAll(() => project.close())

const arrange = () => project.clear()
const nothing = () => ({})

/** How many were done; the others were too many at once, and did nothing. */
function doneOf(outcomes: readonly Outcome[], most: number): number {
  const refusals = outcomes.flatMap(({ code }) => code ?? [])
  expect(new Set([...refusals, 'tooManyAttempts'])).toEqual(new Set(['tooManyAttempts']))
  const done = outcomes.length - refusals.length
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThanOrEqual(most)
  return done
}

/** Who calls where any sign-in will do. */
const caller = () => get('users', { userId: OUTSIDER })
const asMember = () => get('members', { companyId: THEIRS, userId: OUTSIDER })

/** What those that were done were told, each answer once. */
const answersOf = (outcomes: readonly Outcome[]) =>
  new Set(outcomes.flatMap(({ answer }) => (answer === undefined ? [] : JSON.stringify(answer))))

const profile = { name: 'Олег', about: 'Оператор' }
describeCallableAttacks(changeProfileContract, changeProfile, () => profile, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    doneOf(outcomes, 50)
    expect([await caller(), await asMember()]).toMatchObject([profile, profile])
  },
})

const picture = async () => {
  const red = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
  return { image: (await red.png().toBuffer()).toString('base64') }
}
describeCallableAttacks(changeAvatarContract, changeAvatar, picture, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    doneOf(outcomes, 10)
    const avatar = (await caller())?.avatar
    expect(avatar).toMatch(/^avatars\/outsider\//)
    expect((await asMember())?.avatar).toBe(avatar)
  },
})

const newEmail = { email: 'oleg@mail.example' }
describeCallableAttacks(changeEmailContract, changeEmail, () => newEmail, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(await countIn('mails')).toBe(doneOf(outcomes, 5))
    expect(await caller()).toMatchObject({ email: '', pendingEmail: newEmail.email })
  },
})

/** An address waits; nothing else of the request is anybody's to choose. */
const waiting = async () => {
  await update(['users', { userId: OUTSIDER }], { pendingEmail: newEmail.email })
  return {}
}
describeCallableAttacks(resendEmailConfirmationContract, resendEmailConfirmation, waiting, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(await countIn('mails')).toBe(doneOf(outcomes, 5))
  },
})

const anna = userIdSchema.parse('anna')
const link = { token: 'A'.repeat(43) }
describeCallableAttacks(confirmEmailContract, confirmEmail, () => link, 'anybody', {
  arrange: async () => {
    await project.clear()
    await set(['users', { userId: anna }], aUser({ companyIds: [THEIRS], pendingEmail: 'anna@mail.example' }))
    await set(['emailTokens', { tokenHash: hashToken(link.token) }], {
      userId: anna,
      email: 'anna@mail.example',
      expiresAt: Date.now() + HOUR_MS,
    })
  },
  afterFifty: async (outcomes) => {
    doneOf(outcomes, 50)
    expect(answersOf(outcomes)).toEqual(new Set(['{"email":"anna@mail.example"}']))
    expect(await auditOf(THEIRS)).toHaveLength(1)
  },
})

const move = { phone: '+79990000077' }
describeCallableAttacks(beginPhoneChangeContract, beginPhoneChange, () => move, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(await countIn('authSessions')).toBe(doneOf(outcomes, 5))
  },
})

describeCallableAttacks(readApiTokenContract, readApiToken, nothing, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(answersOf(outcomes).size).toBe(1)
    expect(await countIn('apiTokens')).toBe(1)
  },
})

describeCallableAttacks(rotateApiTokenContract, rotateApiToken, nothing, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(await countIn('apiTokens')).toBe(1)
    expect(await auditOf(THEIRS)).toHaveLength(doneOf(outcomes, 10))
  },
})

describeCallableAttacks(readReferralsContract, readReferrals, nothing, 'signedIn', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(answersOf(outcomes).size).toBe(1)
    expect(await countIn('referralCodes')).toBe(1)
  },
})

describe('a private token', () => {
  const read = async () =>
    readApiTokenContract.response.parse((await callAs(readApiToken, OUTSIDER, {})).answer)

  it('stands in no log and in no document, shown, made anew or damaged', async () => {
    await project.clear()
    await set(['users', { userId: OUTSIDER }], aUser({ companyIds: [THEIRS] }))
    loggedLines.length = 0
    const first = await read()
    const rotated = rotateApiTokenContract.response.parse((await callAs(rotateApiToken, OUTSIDER, {})).answer)
    const stored = await everythingStored('users', 'private', 'apiTokens', 'audit', 'rateLimits')
    const place = ['userSecrets', { userId: OUTSIDER, document: 'api' }] as const
    const sealed = (await get(...place))?.sealedToken ?? ''
    await update(place, { sealedToken: sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).slice(4) })
    expect(await callAs(readApiToken, OUTSIDER, {})).toEqual({ status: 'internal', code: 'internal' })
    expect(loggedLines.join('\n')).toContain('callable readApiToken failed')
    expect(first.token).not.toBe(rotated.token)
    for (const secret of [first.token, rotated.token, sealed])
      expect(loggedLines.join('\n')).not.toContain(secret)
    for (const secret of [first.token, rotated.token]) expect(stored).not.toContain(secret)
  })
})
