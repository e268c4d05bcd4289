import { loggedLines } from '../loggedLines.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeEmail, resendEmailConfirmation } from '#functions/account/changeEmail.ts'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { deliverMail } from '#functions/mail/deliverMail.ts'
import { askForEmailCode } from '#functions/signIn/askForEmailCode.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, remove, set } from '#functions/store/store.ts'
import { companyIdSchema, invitationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import type { MailPurpose } from '#shared/firestore/serverDocuments.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { anInvitation } from '#tests/builders/anInvitation.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { queuedMail } from './queuedMail.ts'
import type { RunningServer } from './smtpServer.ts'
import { startSmtpServer } from './smtpServer.ts'

const project = useEmulatorProject('mails')
process.env['MAIL_FROM'] = 'noreply@pact.test'
const OLGA = 'olga@teply.test'
let server: RunningServer

beforeAll(async () => {
  server = await startSmtpServer()
})
beforeEach(async () => {
  await project.clear()
  process.env['SMTP_URL'] = server.url
  server.letters.length = 0
  server.faults.recipients.clear()
  server.faults.hangsUpAfterData = false
  server.faults.gate = Promise.resolve()
})
afterAll(async () => {
  await server.close()
  await project.close()
})

const at = (moment: number) => () => moment
const mail = (mailId: string) => get('mails', { mailId })

describe('a letter', () => {
  it('reaches its address, as words and as a page, from ours', async () => {
    await deliverMail(await queuedMail({}, NOON), at(NOON))
    expect(server.letters).toMatchObject([
      { subject: 'Приглашение', text: 'Здравствуйте', html: '<p>Здравствуйте</p>' },
    ])
    expect(server.letters[0]?.to).toMatchObject({ text: OLGA })
    expect(server.letters[0]?.from?.value).toMatchObject([{ name: 'Pact', address: 'noreply@pact.test' }])
    expect(server.letters[0]?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('keeps none of its words once it has gone', async () => {
    const mailId = await queuedMail({ subject: 'Код 123456', text: 'token', html: 'token' }, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toEqual({
      to: OLGA,
      subject: '',
      text: '',
      html: '',
      state: 'sent',
      attempts: 1,
      reason: '',
      createdAt: NOON,
      expiresAt: NOON + 30 * DAY_MS,
    })
  })

  it('told twice leaves once', async () => {
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    await deliverMail(mailId, at(NOON + DAY_MS))
    expect(server.letters).toHaveLength(1)
  })

  it('told ten times at once leaves once', async () => {
    const mailId = await queuedMail({}, NOON)
    await Promise.all(Array.from({ length: 10 }, () => deliverMail(mailId, at(NOON))))
    expect(server.letters).toHaveLength(1)
    expect(await mail(mailId)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  it('is nobody else’s while an attempt may be alive', async () => {
    let open = (): void => undefined
    server.faults.gate = new Promise((resolve) => (open = resolve))
    const mailId = await queuedMail({}, NOON)
    const attempt = deliverMail(mailId, at(NOON))
    await expect.poll(() => server.letters.length, { timeout: 10_000 }).toBe(1)
    await deliverMail(mailId, at(NOON + 2 * MINUTE_MS))
    open()
    await attempt
    expect(server.letters).toHaveLength(1)
    expect(await mail(mailId)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  it('cannot bring headers or recipients of its own', async () => {
    const subject = 'Привет\r\nBcc: eve@evil.test\r\n\r\nтело'
    await deliverMail(await queuedMail({ subject }, NOON), at(NOON))
    expect(server.letters).toHaveLength(1)
    expect(server.letters[0]?.headers.has('bcc')).toBe(false)
    expect(server.letters[0]?.subject).toMatch(/^Привет Bcc: eve@evil\.test +тело$/)
  })

  it('that was never ordered is nothing', async () => {
    await deliverMail('none', at(NOON))
    expect(server.letters).toEqual([])
  })
})

describe('a refused recipient', () => {
  it.each([550, 553, 554])('fails the letter for good, with the reason: %i', async (code) => {
    server.faults.recipients.set(OLGA, code)
    const mailId = await queuedMail({ text: 'token' }, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({ state: 'failed', attempts: 1, text: '' })
    expect((await mail(mailId))?.reason).toContain(String(code))
    server.faults.recipients.clear()
    await deliverMail(mailId, at(NOON + HOUR_MS))
    expect(server.letters).toEqual([])
  })
})

describe('an invitation whose letter is refused for good', () => {
  const HOME = companyIdSchema.parse('home')
  const SKI = companyIdSchema.parse('ski')
  const invitationId = invitationIdSchema.parse('invitation-of-olga')
  const purpose: MailPurpose = { kind: 'invitation', companyIds: [HOME, SKI], invitationId }
  const isUndelivered = async (companyId = HOME) =>
    (await get('invitations', { companyId, invitationId }))?.undelivered

  beforeEach(async () => {
    server.faults.recipients.set(OLGA, 550)
    for (const companyId of [HOME, SKI])
      await set(['invitations', { companyId, invitationId }], anInvitation({ email: OLGA, sentAt: NOON }))
  })

  it('says so in every company of the letter', async () => {
    await deliverMail(await queuedMail({}, NOON, purpose), at(NOON))
    expect([await isUndelivered(HOME), await isUndelivered(SKI)]).toEqual([true, true])
  })

  it.each([
    ['has a later letter on its way', { sentAt: NOON + MINUTE_MS }],
    ['was accepted meanwhile', { state: 'accepted' as const }],
    ['was revoked meanwhile', { state: 'revoked' as const }],
  ])('does not where it %s', async (_name, change) => {
    const place = ['invitations', { companyId: SKI, invitationId }] as const
    await set(place, anInvitation({ email: OLGA, sentAt: NOON, ...change }))
    await deliverMail(await queuedMail({}, NOON, purpose), at(NOON))
    expect([await isUndelivered(HOME), await isUndelivered(SKI)]).toEqual([true, false])
  })

  it('does not while it is only put off, and does after a day of that', async () => {
    server.faults.recipients.set(OLGA, 451)
    const mailId = await queuedMail({}, NOON, purpose)
    await deliverMail(mailId, at(NOON))
    expect(await isUndelivered()).toBe(false)
    await deliverMail(mailId, at(NOON + DAY_MS))
    expect(await isUndelivered()).toBe(true)
  })

  it('that is there no more fails its letter all the same', async () => {
    await remove('invitations', { companyId: SKI, invitationId })
    const mailId = await queuedMail({}, NOON, purpose)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({ state: 'failed' })
    expect(await get('invitations', { companyId: SKI, invitationId })).toBeUndefined()
  })
})

describe('a new address whose letter is refused for good', () => {
  const userId = userIdSchema.parse('olga')
  const waiting = { pendingEmail: OLGA, pendingEmailSentAt: NOON }
  const isUndelivered = async () => (await get('users', { userId }))?.pendingEmailUndelivered

  beforeEach(() => {
    server.faults.recipients.set(OLGA, 550)
  })

  it.each([
    ['says so', {}, true],
    ['does not where a later letter is on its way', { pendingEmailSentAt: NOON + MINUTE_MS }, false],
    ['does not where another address waits', { pendingEmail: 'other@teply.test' }, false],
    ['does not where it was confirmed meanwhile', { pendingEmail: '', email: OLGA }, false],
  ])('%s', async (_name, change, expected) => {
    await set(['users', { userId }], aUser({ ...waiting, ...change }))
    await deliverMail(await queuedMail({}, NOON, { kind: 'emailConfirmation', userId }), at(NOON))
    expect(await isUndelivered()).toBe(expected)
  })

  it('waits again, as if nothing had been, once a letter is asked for', async () => {
    await set(['users', { userId }], aUser({ ...waiting, pendingEmailUndelivered: true }))
    await resendEmailConfirmation(userId, NOON + MINUTE_MS)
    expect(await get('users', { userId })).toMatchObject({
      pendingEmailSentAt: NOON + MINUTE_MS,
      pendingEmailUndelivered: false,
    })
  })
})

describe('settings nobody can read', () => {
  it('leave the letter for later, with the reason', async () => {
    process.env['SMTP_URL'] = 'mail.example without a scheme'
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({
      state: 'queued',
      reason: 'Invalid URL',
      nextAttemptAt: NOON + MINUTE_MS,
    })
  })
})

describe('a server that says "not now"', () => {
  it('is asked again when the moment has come, and not before', async () => {
    server.faults.recipients.set(OLGA, 451)
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({ state: 'queued', nextAttemptAt: NOON + MINUTE_MS })
    expect((await mail(mailId))?.reason).toContain('451')
    server.faults.recipients.clear()
    await deliverMail(mailId, at(NOON + MINUTE_MS - 1))
    expect(server.letters).toEqual([])
    await deliverMail(mailId, at(NOON + MINUTE_MS))
    expect(server.letters).toHaveLength(1)
    expect(await mail(mailId)).toMatchObject({ state: 'sent', attempts: 2, reason: '' })
  })

  it('is asked at growing intervals, an hour at the most, for a day', async () => {
    server.faults.recipients.set(OLGA, 421)
    const mailId = await queuedMail({ text: 'token' }, NOON)
    const waits: number[] = []
    let now = NOON
    for (;;) {
      await deliverMail(mailId, at(now))
      const { state, nextAttemptAt } = (await mail(mailId)) ?? {}
      if (state !== 'queued' || nextAttemptAt === undefined) break
      waits.push((nextAttemptAt - now) / MINUTE_MS)
      now = nextAttemptAt
    }
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(now).toBeGreaterThan(NOON + 22 * HOUR_MS)
    expect(now).toBeLessThanOrEqual(NOON + DAY_MS)
    expect(await mail(mailId)).toMatchObject({ state: 'failed', text: '' })
    expect((await mail(mailId))?.reason).toContain('421')
  })
})

describe('a server out of reach', () => {
  it('leaves the letter for later', async () => {
    process.env['SMTP_URL'] = 'smtp://127.0.0.1:1'
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({ state: 'queued', attempts: 1 })
    process.env['SMTP_URL'] = server.url
    await deliverMail(mailId, at(NOON + MINUTE_MS))
    expect(await mail(mailId)).toMatchObject({ state: 'sent' })
  })
})

describe('a server that wants a password', () => {
  it('never gets it over an open line', async () => {
    process.env['SMTP_URL'] = server.url.replace('smtp://', 'smtp://pact@')
    process.env['SMTP_PASSWORD'] = 'secret'
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    expect(server.letters).toEqual([])
    expect(await mail(mailId)).toMatchObject({ state: 'queued' })
    expect(JSON.stringify(await mail(mailId))).not.toContain('secret')
  })
})

describe('a connection that breaks after the last line', () => {
  it('leaves the letter to be sent again as the same one', async () => {
    server.faults.hangsUpAfterData = true
    const mailId = await queuedMail({}, NOON)
    await deliverMail(mailId, at(NOON))
    expect(await mail(mailId)).toMatchObject({ state: 'queued', attempts: 1 })
    server.faults.hangsUpAfterData = false
    await deliverMail(mailId, at(NOON + MINUTE_MS))
    const ids = server.letters.map(({ messageId }) => messageId)
    expect(ids).toEqual([`<${mailId}@pact.test>`, `<${mailId}@pact.test>`])
    expect(await mail(mailId)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

describe('a process that dies while it sends', () => {
  it('is replaced once its lease is over', async () => {
    let open = (): void => undefined
    server.faults.gate = new Promise((resolve) => (open = resolve))
    const mailId = await queuedMail({}, NOON)
    const dead = deliverMail(mailId, at(NOON))
    await expect.poll(() => server.letters.length, { timeout: 10_000 }).toBe(1)
    server.faults.gate = Promise.resolve()
    await deliverMail(mailId, at(NOON + 3 * MINUTE_MS))
    expect(server.letters).toHaveLength(2)
    const settled = await mail(mailId)
    expect(settled).toMatchObject({ state: 'sent', attempts: 2 })
    // Back from the dead, it has nothing to say any more.
    open()
    await dead
    expect(await mail(mailId)).toEqual(settled)
  })

  /** An attempt whose answer comes when another one has the letter; gives what lets it come. */
  async function lateAttempt(mailId: string): Promise<() => Promise<void>> {
    let open = (): void => undefined
    server.faults.gate = new Promise((resolve) => (open = resolve))
    const attempt = deliverMail(mailId, at(NOON))
    await expect.poll(() => server.letters.length, { timeout: 10_000 }).toBe(1)
    server.faults.gate = Promise.resolve()
    return () => {
      open()
      return attempt
    }
  }

  it('ends the letter if it has gone after all', async () => {
    const mailId = await queuedMail({}, NOON)
    const finish = await lateAttempt(mailId)
    server.faults.recipients.set(OLGA, 451)
    await deliverMail(mailId, at(NOON + 3 * MINUTE_MS))
    expect(await mail(mailId)).toMatchObject({ state: 'queued', attempts: 2 })
    await finish()
    expect(await mail(mailId)).toMatchObject({ state: 'sent', text: '' })
  })

  it('puts off nothing that is another one’s now', async () => {
    const mailId = await queuedMail({}, NOON)
    const finish = await lateAttempt(mailId)
    server.faults.recipients.set(OLGA, 451)
    await deliverMail(mailId, at(NOON + 3 * MINUTE_MS))
    const before = await mail(mailId)
    server.faults.hangsUpAfterData = true
    await finish()
    expect(await mail(mailId)).toEqual(before)
  })
})

describe('a letter that does not leave', () => {
  const userId = userIdSchema.parse('olga')
  const home = companyIdSchema.parse('home')
  const inviter = { by: userId, byName: 'Ольга', address: '192.0.2.1' }
  const entry = {
    sessionId: 'f'.repeat(64),
    phone: '+79990000001',
    locale: 'ru',
    deviceKey: 'browser',
    deviceLabel: 'Chrome',
    address: '192.0.2.1',
  } as const

  beforeEach(async () => {
    loggedLines.length = 0
    await set(['users', { userId }], aUser({ companyIds: [home] }))
    await set(['companies', { companyId: home }], aCompany())
    await set(['members', { companyId: home, userId }], aMember({ role: 'admin' }))
    const session = { phone: entry.phone, codeHash: 'a', attempts: 1, usedAt: NOON, createdAt: NOON }
    await set(['authSessions', { sessionId: entry.sessionId }], { ...session, expiresAt: NOON + HOUR_MS })
  })

  const inviting = { companyIds: [home], emails: [OLGA], role: 'operator', locale: 'ru' } as const
  it.each([
    ['the link of an invitation', () => inviteMembers(inviting, inviter, NOON), /#([\w-]{43})/],
    [
      'the link to a new address',
      () => changeEmail({ userId, email: OLGA, address: '' }, NOON),
      /#([\w-]{43})/,
    ],
    ['a code', () => askForEmailCode(entry, { email: OLGA }, NOON), /^(\d{6})$/m],
  ])('leaves %s in no log, put off or given up', async (_name, order, pattern) => {
    await order()
    const [letter] = (await firestore().collection('mails').get()).docs
    const mailId = letter?.id ?? ''
    const [, secret = ''] = pattern.exec(String(letter?.get('text'))) ?? []
    expect(secret).not.toBe('')
    server.faults.recipients.set(OLGA, 451)
    await deliverMail(mailId, at(NOON))
    server.faults.recipients.set(OLGA, 550)
    await deliverMail(mailId, at(NOON + MINUTE_MS))
    const lines = loggedLines.join('\n')
    expect(lines.match(/a letter did not leave/g)).toHaveLength(2)
    expect(lines).not.toContain(secret)
    expect(JSON.stringify(await mail(mailId))).not.toContain(secret)
  })
})
