import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepMails } from '#functions/mail/sweepMails.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { queuedMail } from './queuedMail.ts'
import type { RunningServer } from './smtpServer.ts'
import { startSmtpServer } from './smtpServer.ts'

const project = useEmulatorProject('mail-sweep')
process.env['MAIL_FROM'] = 'noreply@pact.test'
let server: RunningServer

beforeAll(async () => {
  server = await startSmtpServer()
  process.env['SMTP_URL'] = server.url
})
beforeEach(async () => {
  await project.clear()
  server.letters.length = 0
  server.faults.recipients.clear()
})
afterAll(async () => {
  await server.close()
  await project.close()
})

const sweepAt = (moment: number) => sweepMails(() => moment)
const receivers = () => server.letters.map(({ to }) => (Array.isArray(to) ? '' : (to?.text ?? ''))).sort()

describe('the sweep', () => {
  it('takes up what its trigger forgot and what was put off, and nothing twice', async () => {
    server.faults.recipients.set('late@teply.test', 450)
    await queuedMail({ to: 'forgotten@teply.test' }, NOON)
    await queuedMail({ to: 'late@teply.test' }, NOON + 1)
    expect(await sweepAt(NOON + SECOND_MS)).toBe(2)
    expect(receivers()).toEqual(['forgotten@teply.test'])
    server.faults.recipients.clear()
    expect(await sweepAt(NOON + 2 * SECOND_MS)).toBe(0)
    expect(await sweepAt(NOON + 2 * MINUTE_MS)).toBe(1)
    expect(receivers()).toEqual(['forgotten@teply.test', 'late@teply.test'])
    expect(await sweepAt(NOON + 10 * MINUTE_MS)).toBe(0)
  })

  it('goes on with the others where one is refused', async () => {
    server.faults.recipients.set('gone@teply.test', 550)
    for (const to of ['gone@teply.test', 'a@teply.test', 'b@teply.test']) await queuedMail({ to }, NOON)
    await sweepAt(NOON)
    expect(receivers()).toEqual(['a@teply.test', 'b@teply.test'])
  })

  it('run twice at once sends each letter once', async () => {
    for (const to of ['a@teply.test', 'b@teply.test', 'c@teply.test']) await queuedMail({ to }, NOON)
    await Promise.all([sweepAt(NOON), sweepAt(NOON)])
    expect(receivers()).toEqual(['a@teply.test', 'b@teply.test', 'c@teply.test'])
  })
})
