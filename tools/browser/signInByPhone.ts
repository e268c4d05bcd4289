import type { Page } from 'playwright-core'
import * as z from 'zod/mini'
import { setTimeout as wait } from 'node:timers/promises'

const smsSchema = z.array(z.object({ text: z.string() }))

const CODE_TIMEOUT_MS = 30_000

/** The newest code sent to a phone, as its owner reads it. */
async function newestCode(simulatorsUrl: string, phone: string): Promise<string | undefined> {
  const answer = await fetch(`${simulatorsUrl}/sms/messages?phone=${encodeURIComponent(phone)}`)
  const [newest] = smsSchema.parse(await answer.json())
  return newest && /\b\d{6}\b/.exec(newest.text)?.[0]
}

/** Signs in on the page at `origin` as a person would: phone, code from the SMS, inbox. */
export async function signInByPhone(
  page: Page,
  origin: string,
  simulatorsUrl: string,
  phone: string,
): Promise<void> {
  const before = await newestCode(simulatorsUrl, phone)
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[type="tel"], input[inputmode="tel"]').fill(phone)
  await page.getByRole('button', { name: 'Получить код' }).click()
  const code = await untilOther(() => newestCode(simulatorsUrl, phone), before)
  await page.locator('input[autocomplete="one-time-code"]').fill(code)
  await page.waitForURL(/\/c\/|\/register/)
}

async function untilOther(
  read: () => Promise<string | undefined>,
  before: string | undefined,
): Promise<string> {
  const deadline = Date.now() + CODE_TIMEOUT_MS
  for (;;) {
    const now = await read()
    if (now !== undefined && now !== before) return now
    if (Date.now() > deadline) throw new Error('no code has come')
    await wait(100)
  }
}
