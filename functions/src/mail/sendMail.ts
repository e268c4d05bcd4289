import { createTransport } from 'nodemailer'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { truncate } from '#shared/domain/truncate.ts'
import { config, smtpPassword } from '#functions/platform/config.ts'
import type { Letter } from './queueMail.ts'

/**
 * Refused for ever (5xx, RFC 5321 4.2.1), or delayed: not now, not reached, or the connection broke. Broken
 * after the letter's last line, nobody knows whether the server has taken it.
 */
export interface MailRefusal {
  readonly outcome: 'refused' | 'delayed'
  readonly reason: string
}

export type MailOutcome = { readonly outcome: 'sent' } | MailRefusal

const STEP_MS = 20 * SECOND_MS
/** The whole conversation; the lease of `deliverMail` is longer. */
const TIME_LIMIT_MS = MINUTE_MS

const REASON_LENGTH = 300

/** Hands one letter to the mail server; settings nobody can read delay it as well. `mailId` makes its Message-ID: sent again, it is the same letter to whoever compares. */
export async function sendMail(letter: Letter, mailId: string): Promise<MailOutcome> {
  try {
    await handOver(letter, mailId)
    return { outcome: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  }
}

async function handOver(letter: Letter, mailId: string): Promise<void> {
  const transport = createTransport(serverOptions(config.smtpUrl()))
  const from = config.mailFrom()
  try {
    await transport.sendMail({
      from: { name: 'Pact', address: from },
      to: { name: '', address: letter.to },
      envelope: { from, to: letter.to },
      messageId: `<${mailId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
  } finally {
    transport.close()
  }
}

function serverOptions(smtpUrl: string) {
  const { protocol, hostname, port, username } = new URL(smtpUrl)
  const isSecure = protocol === 'smtps:'
  const user = decodeURIComponent(username)
  return {
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password goes over an encrypted line or not at all.
    requireTLS: !isSecure && user !== '',
    ...(user && { auth: { user, pass: smtpPassword.value() } }),
    dnsTimeout: STEP_MS,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
  }
}

/** Where the server speaks of this letter; a refused sign-in (535, 530) is ours to mend, and the letter waits. */
const ABOUT_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA']
const SIGN_IN_DEMANDED = 530

/** https://nodemailer.com/errors tells what an error carries. */
function outcomeOf(error: unknown): MailOutcome {
  if (!(error instanceof Error)) throw error
  const code = 'responseCode' in error ? Number(error.responseCode) : 0
  const command = 'command' in error ? String(error.command) : ''
  const isRefusal = code >= 500 && code !== SIGN_IN_DEMANDED && ABOUT_THE_LETTER.includes(command)
  return { outcome: isRefusal ? 'refused' : 'delayed', reason: truncate(error.message, REASON_LENGTH) }
}
