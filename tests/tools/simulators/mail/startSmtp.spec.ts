import nodemailer from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { callJson } from '../support/callJson.ts'
import { startedSimulators } from '../support/startedSimulators.ts'

const simulators = startedSimulators()

async function send(to: string, html = '<p>Здравствуйте</p><script>alert(1)</script>'): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: simulators().smtpPort,
    secure: false,
  })
  await transport.sendMail({
    from: 'Pact <noreply@pact.test>',
    to,
    subject: 'Приглашение в «Тёплый дом»',
    text: 'Здравствуйте',
    html,
    attachments: [{ filename: 'счёт.txt', content: '4187' }],
  })
  transport.close()
}

const messages = async (query = '') => (await callJson(`${simulators().url}/mail/messages${query}`)).body

describe('the mail inbox', () => {
  it('keeps what comes by SMTP, newest first', async () => {
    await send('olga@teply.test')
    await send('irina@teply.test')

    expect(await messages()).toMatchObject([{ to: ['irina@teply.test'] }, { to: ['olga@teply.test'] }])
    expect(await messages('?to=olga@teply.test')).toMatchObject([
      {
        from: expect.stringContaining('noreply@pact.test') as string,
        subject: 'Приглашение в «Тёплый дом»',
        text: 'Здравствуйте',
        attachments: [{ name: 'счёт.txt', contentType: 'text/plain', size: 4 }],
      },
    ])
  })

  it('shows a mail where its scripts cannot run', async () => {
    await send('anna@example.test')
    const [mail] = (await messages('?to=anna@example.test')) as { id: string }[]

    const response = await fetch(`${simulators().url}/mail/messages/${mail?.id ?? ''}/html`)

    expect(await response.text()).toContain('<p>Здравствуйте</p>')
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  })
})
