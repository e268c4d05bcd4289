import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getAuth } from 'firebase-admin/auth'
import type { Browser, Page } from 'playwright-core'
import { build } from 'esbuild'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { accountHash, routeByAccount } from '#functions/channels/route.ts'
import { commitTime, firestore } from '#functions/store/firestore.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { localPort } from '#shared/local/ports.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { signInByPhone } from '#tools/browser/signInByPhone.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { functionsBuild, webBuild } from '#tools/stack/builds.ts'
import type { Child } from '#tools/stack/Children.ts'
import { PROJECT_ID, ROOT } from '#tools/stack/layout.ts'
import { Stack } from '#tools/stack/Stack.ts'
import { atRate } from './atRate.ts'
import type { Bench } from './Bench.ts'
import { functionsEnvironment, serveHooks, untilLogged } from './BenchStack.ts'
import { summary } from './percentile.ts'
import { CHANNEL_ID, COMPANY_ID, postUpdate } from './seedChannel.ts'
import { OPERATOR, seedCompany } from './seedCompany.ts'

const BASE = 5300
const RATES = [5, 20, 50] as const
const LISTENERS = [0, 19] as const
const SECONDS_PER_LOAD = 10
const FLOOR_SECONDS = 5
const CONVERSATIONS = 100
const FIRST_CHAT = 2000
const SETTLE_MS = 1500

/** This machine's clock, finer than a millisecond and the same in every process. */
const clock = (): number => performance.timeOrigin + performance.now()

/** Known conversations: what is measured is the everyday case. */
async function seedConversations(): Promise<void> {
  const route = await routeByAccount('telegram', accountHash('telegram', '100001'))
  if (!route) throw new Error('the bench has no channel')
  for (let at = 0; at < CONVERSATIONS; at++) {
    const id = String(FIRST_CHAT + at)
    const sender = { externalId: id, name: `Клиент ${id}`, handle: '', phone: '' }
    const content = {
      kind: 'text',
      text: 'Здравствуйте',
      attachments: [],
      sentAt: Date.now(),
      sequence: 1,
    } as const
    await receiveEvents(route, [
      { type: 'messageReceived', conversationExternalId: id, externalId: '1', sender, ...content },
    ])
  }
}

/** Notes when each text is first in the list's DOM. */
async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.heardAt = {}
    const note = (): void => {
      const now = performance.timeOrigin + performance.now()
      for (const row of document.querySelectorAll('[data-test="row"]')) {
        const [text] = /bench-\d+-\d+/.exec(row.textContent) ?? []
        if (text) window.heardAt[text] ??= now
      }
    }
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

async function openOperator(browser: Browser, stack: Stack): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signInByPhone(page, stack.url('hosting'), stack.url('simulators'), OPERATOR.phone)
  await page.locator('[data-test="row"]').first().waitFor()
  await watchRows(page)
  return page
}

async function openListener(browser: Browser, stack: Stack, place: unknown): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tools/bench/listenerPageEntry.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  })
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  // Any page of this origin will do: the script brings all it needs.
  await page.goto(`${stack.url('simulators')}/`)
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  await page.evaluate(
    (given) => window.startListening(given as Parameters<typeof window.startListening>[0]),
    place,
  )
  return page
}

async function startMoreListeners(stack: Stack, place: unknown, count: number): Promise<Child> {
  const environment = { LISTENER_PLACE: JSON.stringify(place), LISTENER_COUNT: String(count) }
  const child = stack.run({
    name: 'listeners',
    args: ['tools/bench/moreListeners.ts'],
    environment,
    directory: ROOT,
    isTask: true,
  })
  await untilLogged(child.log, 'listening')
  return child
}

const heardAt = (page: Page): Promise<Record<string, number>> => page.evaluate(() => window.heardAt)

/** A bare write of the same row by the server's SDK, to the same kind of listener. */
async function measureFloor(listener: Page, rate: number, load: number): Promise<number[]> {
  const startedAt: Record<string, number> = {}
  await atRate(rate * FLOOR_SECONDS, rate, async (at) => {
    const text = `floor-${String(load)}-${String(at)}`
    const conversationId = conversationIdOf(CHANNEL_ID, String(FIRST_CHAT + (at % CONVERSATIONS)))
    startedAt[text] = clock()
    await firestore()
      .doc(documentPath('conversations', { companyId: COMPANY_ID, conversationId }))
      .update({ 'lastMessage.text': text, updatedAt: commitTime() })
  })
  await wait(SETTLE_MS)
  return delays(startedAt, await heardAt(listener))
}

function delays(from: Readonly<Record<string, number>>, to: Readonly<Record<string, number>>): number[] {
  return Object.entries(from).flatMap(([text, startedAt]) => {
    const at = to[text]
    return at === undefined ? [] : [at - startedAt]
  })
}

/** The emulator scans all it holds at every change: each load begins with the same data, so that none pays for another. */
async function forgetMessages(): Promise<void> {
  const { docs } = await firestore().collectionGroup('messages').get()
  const writer = firestore().bulkWriter()
  for (const document of docs) void writer.delete(document.ref)
  await writer.close()
}

interface Pages {
  readonly operator: Page
  readonly listener: Page
}

async function measureLoad(pages: Pages, hooksUrl: string, rate: number, listeners: number, load: number) {
  await forgetMessages()
  const floor = await measureFloor(pages.listener, rate, load)
  const startedAt: Record<string, number> = {}
  const webhook: number[] = []
  await atRate(rate * SECONDS_PER_LOAD, rate, async (at) => {
    const text = `bench-${String(load)}-${String(at)}`
    startedAt[text] = clock()
    const chatId = FIRST_CHAT + ((at * 37) % CONVERSATIONS)
    webhook.push(await postUpdate(hooksUrl, { chatId, messageId: load * 100_000 + at + 10, text }))
  })
  await wait(SETTLE_MS)
  const dom = delays(startedAt, await heardAt(pages.operator))
  const sdk = delays(startedAt, await heardAt(pages.listener))
  const sent = Object.keys(startedAt).length
  return {
    rate,
    listeners,
    sent,
    shown: dom.length,
    dom: summary(dom),
    sdk: summary(sdk),
    webhook: summary(webhook),
    floor: summary(floor),
  }
}

type Load = Awaited<ReturnType<typeof measureLoad>>

async function measureLoads(stack: Stack, pages: Pages, hooksUrl: string, place: unknown): Promise<Load[]> {
  const loads: Load[] = []
  // Warm: the first requests of a process compile it.
  await measureLoad(pages, hooksUrl, 20, 0, 0)
  for (const listeners of LISTENERS) {
    const more = listeners > 0 ? await startMoreListeners(stack, place, listeners) : undefined
    for (const rate of RATES)
      loads.push(await measureLoad(pages, hooksUrl, rate, listeners, loads.length + 1))
    more?.signal('SIGTERM')
  }
  return loads
}

function toFindings(loads: readonly Load[]) {
  const main = loads.find(({ rate, listeners }) => rate === 20 && listeners === 0)
  if (!main) throw new Error('the main load was not measured')
  const { dom, sdk, webhook, floor } = main
  const rows = loads.map((load) => ({
    'msg/s': load.rate,
    'further listeners': load.listeners,
    shown: `${String(load.shown)}/${String(load.sent)}`,
    'dom p50': load.dom.p50,
    'dom p95': load.dom.p95,
    'sdk p50': load.sdk.p50,
    'webhook p50': load.webhook.p50,
    'webhook p95': load.webhook.p95,
    'floor p50': load.floor.p50,
    'floor p95': load.floor.p95,
  }))
  return { rows, figures: { dom, sdk, webhook, floor: { p50: floor.p50, p95: floor.p95 }, loads } }
}

async function measure(stack: Stack, browser: Browser) {
  const environment = await functionsEnvironment(BASE, stack.environment())
  Object.assign(process.env, environment)
  const hooksUrl = await serveHooks((spec) => stack.run(spec), environment)
  await seedCompany()
  await seedConversations()
  const customToken = await getAuth().createCustomToken(OPERATOR.userId)
  const ports = { authPort: localPort(BASE, 'auth'), firestorePort: localPort(BASE, 'firestore') }
  const place = { projectId: PROJECT_ID, ...ports, customToken, companyId: COMPANY_ID }
  const pages = {
    operator: await openOperator(browser, stack),
    listener: await openListener(browser, stack, place),
  }
  return toFindings(await measureLoads(stack, pages, hooksUrl, place))
}

/**
 * Signed webhook → text in the operator's list, and → a bare SDK listener, beside the floor: a bare write →
 * the same kind of listener in the same browser. Everything runs on this machine.
 */
export const latency: Bench = async () => {
  await buildIfChanged(functionsBuild)
  await buildIfChanged(webBuild)
  const stack = new Stack({ base: BASE, keepsData: false, hasProxy: false, hasTicker: false })
  await stack.requireFreePorts()
  await stack.start()
  const browser = await launchChromium()
  try {
    return await measure(stack, browser)
  } finally {
    await browser.close()
    await stack.stop()
  }
}
