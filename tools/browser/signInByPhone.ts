import type { Page } from 'playwright-core'
import { codeSentBy } from './codeSentBy.ts'

/** Signs in on the page at `origin` as a person would: phone, code from the SMS, inbox. */
export async function signInByPhone(
  page: Page,
  origin: string,
  simulatorsUrl: string,
  phone: string,
): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await passSignIn(page, simulatorsUrl, phone)
}

/** The same where a link has led to the sign-in. */
export async function passSignIn(page: Page, simulatorsUrl: string, phone: string): Promise<void> {
  await page.locator('input[type="tel"], input[inputmode="tel"]').fill(phone)
  const ask = () => page.getByRole('button', { name: 'Получить код' }).click()
  const code = await codeSentBy(ask, simulatorsUrl, phone)
  await page.locator('input[autocomplete="one-time-code"]').fill(code)
  await page.waitForURL(/\/c\/|\/register|\/all/)
}
