import { join } from 'node:path'
import { getAuth } from 'firebase-admin/auth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'esbuild'
import { app } from '#functions/platform/app.ts'
import { inboxPath } from '#shared/domain/pagePaths.ts'
import { localPort } from '#shared/local/ports.ts'
import { ROOT } from '#tools/stack/layout.ts'
import type { BarePlace } from './barePage.ts'
import { BENCH_BASE } from './BenchStack.ts'
import type { BenchStack } from './BenchStack.ts'
import { installProbe, keepAnswers } from './pageProbe.ts'
import { COMPANY_ID } from './seedChannel.ts'
import { OPERATOR } from './seedCompany.ts'

/** Both in one browser profile: who signs in on the bare page is signed in on the product's. */
export interface InboxPages {
  readonly bare: Page
  readonly address: string
  /** The product's page, with a probe in it. */
  open(): Promise<Page>
  /** The same that also keeps all answers, to be counted. */
  openCounted(): Promise<Page>
  close(): Promise<void>
}

/** Something of the same origin that runs no script. */
const BARE_PATH = '/favicon.svg'

async function openBare(context: BrowserContext, stack: BenchStack): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tools/bench/barePageEntry.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
  })
  const page = await context.newPage()
  await page.goto(stack.url('hosting') + BARE_PATH)
  await page.evaluate((projectId) => {
    localStorage.setItem('pact.projectId', projectId)
  }, stack.projectId)
  await page.evaluate(outputFiles[0]?.text ?? '')
  const place: BarePlace = {
    projectId: stack.projectId,
    authPort: localPort(BENCH_BASE, 'auth'),
    firestorePort: localPort(BENCH_BASE, 'firestore'),
    customToken: await getAuth(app()).createCustomToken(OPERATOR.userId),
    companyId: COMPANY_ID,
  }
  await page.evaluate((given) => window.openBare(given), place)
  return page
}

export async function openInboxPages(browser: Browser, stack: BenchStack): Promise<InboxPages> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  })
  return {
    bare: await openBare(context, stack),
    // The page remembers the filter of the round before.
    address: `${stack.url('hosting')}${inboxPath(COMPANY_ID)}?filter=open`,
    async open() {
      const page = await context.newPage()
      await page.addInitScript(installProbe)
      return page
    },
    async openCounted() {
      const page = await context.newPage()
      await page.addInitScript(installProbe)
      await page.addInitScript(keepAnswers)
      return page
    },
    close: () => context.close(),
  }
}
