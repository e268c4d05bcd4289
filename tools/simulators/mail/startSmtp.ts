import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { MailInbox } from './MailInbox.ts'

const MAX_MAIL_BYTES = 25 * 1024 * 1024
const CLOSE_TIMEOUT_MS = 500

export interface RunningSmtp {
  readonly port: number
  close(): Promise<void>
}

/** An SMTP server that takes every mail and forwards none. */
export async function startSmtp(port: number, inbox: MailInbox, changed: () => void): Promise<RunningSmtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: CLOSE_TIMEOUT_MS,
    size: MAX_MAIL_BYTES,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'anyone' }),
    onMailFrom: (_address, _session, done) => done(refusalOf(inbox.strike())),
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.map(({ address }) => address)
      void receive(stream, recipients, inbox).then((isTaken) => {
        changed()
        done(
          isTaken
            ? null
            : Object.assign(new Error('Message exceeds fixed maximum size'), { responseCode: 552 }),
        )
      }, done)
    },
  })
  // A client that hangs up half-way is no reason to end.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

function refusalOf(code: number | undefined): Error | null {
  return code === undefined ? null : Object.assign(new Error('Refused as told'), { responseCode: code })
}

async function receive(
  stream: SMTPServerDataStream,
  recipients: string[],
  inbox: MailInbox,
): Promise<boolean> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size <= MAX_MAIL_BYTES) chunks.push(chunk)
  }
  if (size > MAX_MAIL_BYTES) return false
  await inbox.receive(Buffer.concat(chunks), recipients)
  return true
}
