import type { AddressInfo } from 'node:net'
import type { ParsedMail } from 'mailparser'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What the server says, or does, instead of taking a letter. */
export interface SmtpFaults {
  /** By recipient: the code he is refused with. */
  readonly recipients: Map<string, number>
  /** Says nothing to the closing dot but hangs up; the letter is kept all the same. */
  hangsUpAfterData: boolean
  /** Answers a letter only then. */
  gate: Promise<void>
}

export interface RunningServer {
  readonly url: string
  readonly letters: ParsedMail[]
  readonly faults: SmtpFaults
  close(): Promise<void>
}

const refusal = (responseCode: number) => Object.assign(new Error('refused as told'), { responseCode })

/** A real SMTP server on a port of its own. */
export async function startSmtpServer(): Promise<RunningServer> {
  const letters: ParsedMail[] = []
  const faults: SmtpFaults = { recipients: new Map(), hangsUpAfterData: false, gate: Promise.resolve() }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const code = faults.recipients.get(address)
      done(code === undefined ? null : refusal(code))
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then(async (letter) => {
        letters.push(letter)
        await faults.gate
        if (faults.hangsUpAfterData) for (const connection of server.connections) connection.close()
        else done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    letters,
    faults,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
