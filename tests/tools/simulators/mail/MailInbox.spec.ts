import { describe, expect, it } from 'vitest'
import { MailInbox } from '#tools/simulators/mail/MailInbox.ts'

describe('the mail inbox', () => {
  it('keeps the last two hundred', async () => {
    const inbox = new MailInbox()
    for (let count = 0; count < 201; count++)
      await inbox.receive(Buffer.from(`Subject: ${String(count)}\r\n\r\nx`), ['olga@teply.test'])

    const subjects = inbox.messages.map(({ subject }) => subject)
    expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([200, '200', '1'])
  })
})
