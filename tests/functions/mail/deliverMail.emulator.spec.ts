import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliverMail } from '#functions/mail/deliverMail.ts'
import { get } from '#functions/store/store.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
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
