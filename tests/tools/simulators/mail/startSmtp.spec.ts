import nodemailer from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { callJson } from '../support/callJson.ts'
import { startedSimulators } from '../support/startedSimulators.ts'

const simulators = startedSimulators()

const here = () => ({ host: '127.0.0.1', port: simulators().smtpPort, secure: false })

async function using<T extends { close(): void }>(
  transport: T,
  use: (transport: T) => Promise<unknown>,
): Promise<void> {
  try {
    await use(transport)
  } finally {
    transport.close()
  }
}

async function send(to: string, html = '<p>Здравствуйте</p><script>alert(1)</script>'): Promise<void> {
  await using(nodemailer.createTransport(here()), (transport) =>
    transport.sendMail({
      from: 'Pact <noreply@pact.test>',
      to,
      subject: 'Приглашение в «Тёплый дом»',
      text: 'Здравствуйте',
      html,
      attachments: [{ filename: 'счёт.txt', content: '4187' }],
    }),
  )
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
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups[^;]*; default-src 'none'/,
    )
  })

  it('takes a mail from one who signs in', async () => {
    await using(
      nodemailer.createTransport({ ...here(), auth: { user: 'pact', pass: 'secret' } }),
      (transport) => transport.sendMail({ from: 'a@pact.test', to: 'signed-in@teply.test', text: 'x' }),
    )

    expect(await messages('?to=signed-in@teply.test')).toHaveLength(1)
  })

  it('refuses a mail as it is told', async () => {
    await callJson(`${simulators().url}/mail/control/fault`, { code: 451 })

    await expect(send('late@teply.test')).rejects.toMatchObject({ responseCode: 451 })
    await send('late@teply.test')
    expect(await messages('?to=late@teply.test')).toHaveLength(1)
  })
})
