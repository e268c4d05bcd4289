import nodemailer from 'nodemailer'
import { beforeEach, describe, expect, it } from 'vitest'
import { callJson } from '../support/callJson.ts'
import { startedSimulators } from '../support/startedSimulators.ts'

const simulators = startedSimulators()
const at = (path: string) => `${simulators().url}/mail/${path}`

async function send(to: string | string[], html: string): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: simulators().smtpPort })
  await transport.sendMail({ from: 'Pact <noreply@pact.test>', to, subject: 'Проверка', html })
  transport.close()
}

async function shown(html: string): Promise<string> {
  await send('olga@teply.test', html)
  const [mail] = (await callJson(at('messages'))).body as { id: string }[]
  return (await fetch(at(`messages/${mail?.id ?? ''}/html`))).text()
}

beforeEach(() => callJson(at('control/reset'), {}))

describe('mails', () => {
  it('are found by their address, however it is written', async () => {
    await send(['Olga@teply.test', 'irina@teply.test'], 'x')

    expect((await callJson(at('messages?to=olga@TEPLY.test'))).body).toHaveLength(1)
    expect((await callJson(at('messages?to=teply.test'))).body).toEqual([])
  })

  it('open their links in a new tab', async () => {
    const base = '<base target="_blank">'
    expect(await shown('<a href="http://127.0.0.1/">x</a>')).toMatch(new RegExp(`^${base}<a href`))
    expect(await shown('<!doctype html><html><head><title>x</title>')).toContain(
      `<!doctype html><html><head>${base}<title>`,
    )
  })
})
