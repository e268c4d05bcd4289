import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { cost } from '#functions/store/cost.ts'
import { searchMessages } from '#functions/search/searchMessages.ts'
import { readMember } from '#functions/members/readMember.ts'
import { localPort } from '#shared/local/ports.ts'
import { launchChromium } from '#tools/browser/launchChromium.ts'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { webBuild } from '#tools/stack/builds.ts'
import { say } from '#tools/stack/say.ts'
import type { Bench } from './Bench.ts'
import { BENCH_BASE, BenchStack } from './BenchStack.ts'
import { inboxFindings } from './inboxFindings.ts'
import type { Measured, Timings, Weight } from './inboxFindings.ts'
import { openInboxPages } from './inboxPages.ts'
import type { InboxPages } from './inboxPages.ts'
import { bareMs, doStep, stepNames } from './inboxSteps.ts'
import type { StepName, Timing } from './inboxSteps.ts'
import { numberOption } from './numberOption.ts'
import { percentile } from './percentile.ts'
import { scrollFrames } from './scrollFrames.ts'
import { COMPANY_ID } from './seedChannel.ts'
import { OPERATOR, seedCompany } from './seedCompany.ts'
import { RARE_WORD, seedInbox } from './seedInbox.ts'
import { readsSince, wireReads } from './wireReads.ts'
import type { Reads } from './wireReads.ts'

const SIZES = '100,20000,100000'
const THREAD_LENGTH = '20000'
const ROUNDS = 7
/** The first rounds fill the browser's cache and warm the emulator. */
const WARM_ROUNDS = 2
const ANSWERED_WITHIN_MS = 60_000
const SCROLL_MS = 3000
const LIST_PX = 60
const THREAD_PX = -60

const PARTS = {
  emulators: ['auth', 'firestore', 'hosting'],
  served: 'searchMessages',
  port: localPort(BENCH_BASE, 'functions'),
  heap: '4g',
} as const

async function record<Value>(of: (step: StepName) => Promise<Value>): Promise<Record<StepName, Value>> {
  const entries: [StepName, Value][] = []
  for (const step of stepNames) entries.push([step, await of(step)])
  return Object.fromEntries(entries) as Record<StepName, Value>
}

/** The emulator looks through all there is: what it does not answer in time has no figure. */
async function orNever(step: StepName, taking: Promise<number>): Promise<number> {
  const limit = wait(ANSWERED_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error('the time is up')
  })
  try {
    return await Promise.race([taking, limit])
  } catch (error) {
    say(`inbox: ${step} has no answer: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`)
    return Infinity
  }
}

const NEVER: Timing = { total: Infinity, bare: Infinity }

async function timeOnce(pages: InboxPages, page: Page, step: StepName): Promise<Timing> {
  const bare = await orNever(step, bareMs(pages, step))
  const total = bare === Infinity ? bare : await orNever(step, doStep(page, step, pages.address))
  return { total, bare }
}

/**
 * Whole and bare take turns, so that what else the machine does weighs on both, and so do the steps: what was searched
 * for a moment ago is still there. A step is given up at the first time it has no answer.
 */
async function measureTimings(pages: InboxPages, page: Page): Promise<Timings> {
  const rounds: Timings[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = rounds.at(-1)
    rounds.push(
      await record((step) =>
        before?.[step].total === Infinity ? Promise.resolve(NEVER) : timeOnce(pages, page, step),
      ),
    )
    say(`inbox: round ${String(round + 1)} of ${String(ROUNDS)} is over`)
  }
  return record((step) =>
    Promise.resolve(medianOf(rounds.slice(WARM_ROUNDS).map((timings) => timings[step]))),
  )
}

function medianOf(timings: readonly Timing[]): Timing {
  const median = (of: keyof Timing) =>
    percentile(
      timings.map((timing) => timing[of]),
      0.5,
    )
  return { total: median('total'), bare: median('bare') }
}

const countNodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length)

async function measureWeight(pages: InboxPages, page: Page): Promise<Weight> {
  await doStep(page, 'firstRows', pages.address)
  await doStep(page, 'openThread', pages.address)
  const domWhenOpened = await countNodes(page)
  const droppedInList = await scrollFrames(page, '[data-test="row"]', LIST_PX, SCROLL_MS)
  const droppedInThread = await scrollFrames(page, '[data-test="message"]', THREAD_PX, SCROLL_MS)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const [heapMb, domNodes] = [Math.round(usedSize / 2 ** 20), await countNodes(page)]
  return { droppedInList, droppedInThread, heapMb, domWhenOpened, domNodes }
}

/** Counted by the server's own store, with the one for who may ask. */
async function readsOfMessageSearch(): Promise<Reads> {
  const before = cost.reads
  const member = await readMember(COMPANY_ID, OPERATOR.userId)
  await searchMessages({ companyId: COMPANY_ID, text: RARE_WORD }, { uid: OPERATOR.userId, member })
  return { searchMessages: cost.reads - before }
}

async function measureReads(pages: InboxPages): Promise<Record<StepName, Reads>> {
  const page = await pages.openCounted()
  const counts: { url: string; body: string }[] = []
  // The SDK counts by other means than its streams: no fetch.
  page.on('request', (request) => {
    if (request.url().includes(':runAggregationQuery'))
      counts.push({ url: request.url(), body: request.postData() ?? '' })
  })
  let before: Reads = {}
  const reads = await record(async (step) => {
    await orNever(step, doStep(page, step, pages.address))
    const wire = await page.evaluate(() => ({ sent: window.probe.sent, answers: window.answers }))
    const after = wireReads({ ...wire, sent: [...wire.sent, ...counts] })
    const own = readsSince(before, after)
    before = after
    return own
  })
  await page.close()
  return { ...reads, messageSearch: { ...reads.messageSearch, ...(await readsOfMessageSearch()) } }
}

/** An emulator of its own for each size: it looks through all that its project has. */
async function measureSize(browser: Browser, size: number, messages: number): Promise<Measured> {
  const stack = new BenchStack('inbox', PARTS)
  try {
    await stack.start()
    await seedCompany()
    await seedInbox(size, messages)
    say(`inbox: ${String(size)} conversations are there`)
    const pages = await openInboxPages(browser, stack)
    const page = await pages.open()
    const timings = await measureTimings(pages, page)
    const weight = await measureWeight(pages, page)
    await page.close()
    const reads = await measureReads(pages)
    await pages.close()
    return { size, timings, weight, reads }
  } finally {
    await stack.stop()
  }
}

/** What the inbox takes beyond the bare SDK, by how many conversations there are. */
export const inbox: Bench = async (options) => {
  const [messages = 0] = numberOption(options, '--messages', THREAD_LENGTH)
  await buildIfChanged(webBuild)
  const browser = await launchChromium()
  try {
    const measured: Measured[] = []
    for (const size of numberOption(options, '--sizes', SIZES))
      measured.push(await measureSize(browser, size, messages))
    return inboxFindings(measured)
  } finally {
    await browser.close()
  }
}
