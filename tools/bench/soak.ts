import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { functionsBuild, webBuild } from '#tools/stack/builds.ts'
import type { WireState } from '#tools/stack/serveProxyControl.ts'
import { Stack } from '#tools/stack/Stack.ts'
import { atRate } from './atRate.ts'
import type { Bench } from './Bench.ts'
import { BENCH_BASE, functionsEnvironment } from './BenchStack.ts'
import { numberOption } from './numberOption.ts'
import { nameOfChat, receiveText } from './receiveText.ts'
import { CHANNEL_ID, COMPANY_ID } from './seedChannel.ts'
import { OPERATOR, seedCompany } from './seedCompany.ts'

const MINUTES = '35'
const CHANGES = 100
/** Who writes in the open thread, and the first of those who write besides. */
const OPEN_CHAT = 3000
const OTHERS = 20
const BACK_WITHIN_MS = 5 * MINUTE_MS
const POLL_MS = 200
/** All that is counted is drawn: of a thread only what lies near the reader is. */
const TALL = { width: 1440, height: 2400 }

const receive = (chatId: number, messageId: number, text: string): Promise<void> =>
  receiveText(COMPANY_ID, CHANNEL_ID, { chatId, messageId, text })

/** Half of the changes come in the open thread, half in others. */
function change(at: number): Promise<void> {
  const chatId = at % 2 === 0 ? OPEN_CHAT : OPEN_CHAT + 1 + (at % OTHERS)
  return receive(chatId, at + 2, `soak-${String(at)}.`)
}

async function setWire(stack: Stack, state: WireState): Promise<void> {
  const answer = await fetch(`${stack.url('proxyControl')}/${state}`, { method: 'POST' })
  if (!answer.ok) throw new Error(`the proxy answered ${String(answer.status)}`)
}

async function openThread(page: Page, stack: Stack): Promise<void> {
  for (let chat = OPEN_CHAT; chat <= OPEN_CHAT + OTHERS; chat++) await receive(chat, 1, 'Здравствуйте')
  await signInByPhone(page, stack.url('hosting'), stack.url('simulators'), OPERATOR.phone)
  await page.locator('[data-test="row"]', { hasText: nameOfChat(OPEN_CHAT) }).click()
  await page.locator('[data-test="message"]').first().waitFor()
}

async function shownTexts(page: Page, what: 'message' | 'row'): Promise<string[]> {
  const texts = await page.locator(`[data-test="${what}"]`).allTextContents()
  return texts.flatMap((text) => /soak-\d+\./.exec(text)?.[0] ?? [])
}

/** Milliseconds until the thread shows all of them, the newest come first; bounded. */
async function untilBack(page: Page, missed: readonly string[]): Promise<number> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < BACK_WITHIN_MS) {
    const shown = await shownTexts(page, 'message')
    if (missed.every((text) => shown.includes(text))) break
    await wait(POLL_MS)
  }
  return Math.round(performance.now() - startedAt)
}

async function measure(stack: Stack, page: Page, minutes: number) {
  Object.assign(process.env, await functionsEnvironment(BENCH_BASE, stack.environment()))
  await seedCompany()
  await openThread(page, stack)
  await setWire(stack, 'freeze')
  await atRate(CHANGES, (CHANGES * SECOND_MS) / (minutes * MINUTE_MS), change)
  await setWire(stack, 'heal')
  const numbers = Array.from({ length: CHANGES }, (_, at) => at)
  const inThread = numbers.filter((at) => at % 2 === 0).map((at) => `soak-${String(at)}.`)
  const backAfterMs = await untilBack(page, inThread)
  const shown = await shownTexts(page, 'message')
  const rows = await shownTexts(page, 'row')
  const newestFirst = numbers
    .slice(-OTHERS / 2)
    .filter((at) => at % 2 === 1)
    .reverse()
  return {
    minutes,
    changes: CHANGES,
    backAfterMs,
    lost: inThread.filter((text) => !shown.includes(text)).length,
    doubled: shown.length - new Set(shown).size,
    isThreadInOrder: shown.join() === inThread.join(),
    isListInOrder:
      rows
        .filter((text) => !inThread.includes(text))
        .slice(0, newestFirst.length)
        .join() === newestFirst.map((at) => `soak-${String(at)}.`).join(),
  }
}

/** A page that was without a network for long: what it shows once it is back. */
export const soak: Bench = async (options) => {
  const [minutes = 0] = numberOption(options, '--minutes', MINUTES)
  await buildIfChanged(functionsBuild)
  await buildIfChanged(webBuild)
  const stack = new Stack({ base: BENCH_BASE, keepsData: false, hasProxy: true, hasTicker: false })
  await stack.requireFreePorts()
  await stack.start()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: TALL, locale: 'ru-RU' })
    const figures = await measure(stack, page, minutes)
    const row = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)]))
    return { rows: [row], figures }
  } finally {
    await browser.close()
    await stack.stop()
  }
}
