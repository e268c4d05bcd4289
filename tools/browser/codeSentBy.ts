import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod/mini'

const smsSchema = z.array(z.object({ text: z.string() }))

const CODE_TIMEOUT_MS = 30_000

/** The newest code sent to a phone, as its owner reads it. */
async function newestCode(simulatorsUrl: string, phone: string): Promise<string | undefined> {
  const answer = await fetch(`${simulatorsUrl}/sms/messages?phone=${encodeURIComponent(phone)}`)
  const [newest] = smsSchema.parse(await answer.json())
  return newest && /\b\d{6}\b/.exec(newest.text)?.[0]
}

/** Asks for a code in the page and gives it as the phone's owner reads it. */
export async function codeSentBy(
  ask: () => Promise<void>,
  simulatorsUrl: string,
  phone: string,
): Promise<string> {
  const before = await newestCode(simulatorsUrl, phone)
  await ask()
  const deadline = Date.now() + CODE_TIMEOUT_MS
  for (;;) {
    const now = await newestCode(simulatorsUrl, phone)
    if (now !== undefined && now !== before) return now
    if (Date.now() > deadline) throw new Error('no code has come')
    await wait(100)
  }
}
