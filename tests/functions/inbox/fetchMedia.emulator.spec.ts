import { getStorage } from 'firebase-admin/storage'
import * as z from 'zod/mini'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { fetchMedia, safeFileName } from '#functions/inbox/fetchMedia.ts'
import { conversationIdOf, inboundMessageIdOf, mediaEntryIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { readFile } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, update } from '#functions/store/store.ts'
import type { IncomingAttachment } from '#shared/domain/channelEvent.ts'
import { outboxEntrySchema } from '#shared/domain/outboxEntry.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { Listening } from '../platform/httpServers.ts'
import { listenHttp } from '../platform/httpServers.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const MEGABYTE = 1024 * 1024
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\nendobj\n')
const HTML = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>')

const project = useEmulatorProject('media')
let telegram: TelegramSimulator
let route: ChannelRoute
let now: number
const deps: OutboxDependencies = { now: () => now, deliverLaterAt: () => Promise.resolve() }

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.reset(CUSTOMER)
  await connect(BOT_TOKEN)
  now = Date.now()
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

async function connect(token: string): Promise<void> {
  route = await connectedChannel({ token, secret: 'secret' })
  forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
}

const viewSchema = z.object({ messages: z.array(z.object({ fileId: z.optional(z.string()) })) })

/** The customer sends a file; what Telegram calls it. */
async function sentByCustomer(message: Record<string, unknown>): Promise<string> {
  const customer = `bots/100001/customers/${String(CUSTOMER)}`
  await telegram.control(`${customer}/messages`, message)
  const view = viewSchema.parse(await telegram.control(`${customer}/view`))
  return view.messages.at(-1)?.fileId ?? ''
}

const document = (bytes: Buffer, facts: Record<string, unknown> = {}) => ({
  document: { name: 'договор.pdf', base64: bytes.toString('base64'), ...facts },
})

const announced = (externalRef: string, change: Partial<IncomingAttachment> = {}): IncomingAttachment => ({
  kind: 'document',
  name: 'договор.pdf',
  contentType: 'application/pdf',
  size: 10,
  externalRef,
  ...change,
})

const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
const messageId = () => inboundMessageIdOf(conversationId(), '1')
const entryId = () => mediaEntryIdOf(messageId())
const entry = () => get('outbox', { companyId: route.companyId, entryId: entryId() })
const attachments = async () =>
  (
    await get('messages', {
      companyId: route.companyId,
      conversationId: conversationId(),
      messageId: messageId(),
    })
  )?.attachments
const drain = () => drainLane(route.companyId, entryId(), deps)

async function receive(...files: IncomingAttachment[]): Promise<void> {
  await receiveEvents(route, [aMessageReceived({ kind: 'document', text: '', attachments: files })])
}

async function storedFiles(): Promise<string[]> {
  const [files] = await getStorage().bucket().getFiles()
  return files.map(({ name }) => name)
}

describe('a customer’s file', () => {
  it.each([
    ['photo', 'image', { photo: { base64: PNG.toString('base64') } }, PNG, 'image/png'],
    ['document', 'document', document(PDF), PDF, 'application/pdf'],
  ] as const)(
    'that is a %s lies under the company’s path',
    async (_name, kind, message, bytes, contentType) => {
      await receive(announced(await sentByCustomer(message), { kind, name: 'вид из окна' }))
      await drain()
      const [attachment] = (await attachments()) ?? []
      const path = `companies/company/conversations/${conversationId()}/incoming/${String(attachment?.id)}/вид из окна`
      expect(attachment).toMatchObject({ state: 'ready', path, contentType, size: bytes.length })
      expect(Buffer.from(await readFile(path))).toEqual(bytes)
      expect(await entry()).toBeUndefined()
    },
  )

  it.each([
    ['a page that calls itself a picture', HTML, 'image/jpeg', 'application/octet-stream'],
    [
      'a script that calls itself a PDF',
      Buffer.from('alert(1)'),
      'application/pdf',
      'application/octet-stream',
    ],
    ['a picture that calls itself a page', PNG, 'text/html', 'image/png'],
    [
      'a picture of script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'image/svg+xml',
      'application/octet-stream',
    ],
  ])('is what its bytes say: %s', async (_name, bytes, contentType, stored) => {
    await receive(announced(await sentByCustomer(document(bytes)), { contentType }))
    await drain()
    const [attachment] = (await attachments()) ?? []
    expect(attachment).toMatchObject({ state: 'ready', contentType: stored })
    const [metadata] = await getStorage().bucket().file(String(attachment?.path)).getMetadata()
    expect(metadata).toMatchObject({ contentType: stored, contentDisposition: 'attachment' })
  })

  it('beside one that is gone arrives all the same', async () => {
    const good = await sentByCustomer(document(PDF))
    await receive(announced('AgACAgIAAxkBAAIBY2unknown'), announced(good))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'gone' }, { state: 'ready' }])
  })

  it('changes the message, so that open threads hear of it', async () => {
    const path = () =>
      firestore().doc(`companies/company/conversations/${conversationId()}/messages/${messageId()}`)
    await receive(announced(await sentByCustomer(document(PDF))))
    const before = (await path().get()).updateTime?.toMillis() ?? 0
    await drain()
    const after = (await path().get()).get('updatedAt') as { toMillis(): number }
    expect(after.toMillis()).toBeGreaterThan(before)
  })
})

describe('a file that cannot be had', () => {
  it('since Telegram gives none above 20 MB says so', async () => {
    const fileId = await sentByCustomer({ document: { name: 'a.bin', size: 20 * MEGABYTE + 1 } })
    await receive(announced(fileId, { size: 20 * MEGABYTE + 1 }))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'tooLarge', name: 'договор.pdf' }])
    expect(await entry()).toBeUndefined()
  })

  it('since it is announced above 50 MB is not asked for', async () => {
    await receive(announced('AgACAgIAAxkBAAIBY2unknown', { size: 50 * MEGABYTE + 1 }))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'tooLarge' }])
  })

  it('since Telegram has it no more says so', async () => {
    const fileId = await sentByCustomer(document(PDF))
    await telegram.control('bots/100001/reset', {})
    await receive(announced(fileId))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'gone' }])
  })

  it('since its channel is gone says so', async () => {
    await receive(announced(await sentByCustomer(document(PDF))))
    await update(['channels', { companyId: route.companyId, channelId: route.channelId }], {
      state: 'disconnected',
    })
    forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'gone' }])
    expect(await entry()).toBeUndefined()
  })

  it('since the token is void marks the channel', async () => {
    await connect('100001:revoked-token-000000000000')
    await receive(announced('AgACAgIAAxkBAAIBY2unknown'))
    await drain()
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'unauthorized' }])
    const channel = await get('channels', { companyId: route.companyId, channelId: route.channelId })
    expect(channel?.health).toMatchObject({ status: 'needsAttention', reason: 'unauthorized' })
  })
})

describe('a provider in trouble', () => {
  let broken: Listening
  beforeAll(async () => {
    broken = await listenHttp((_request, response) => response.writeHead(500).end('{"ok":false}'))
  })
  afterAll(() => broken.close())

  async function whileBroken(work: () => Promise<void>): Promise<void> {
    const url = process.env['PROVIDER_URL_TELEGRAM']
    process.env['PROVIDER_URL_TELEGRAM'] = broken.url
    await work()
    process.env['PROVIDER_URL_TELEGRAM'] = url
  }

  it('is asked again later, and the file arrives', async () => {
    await receive(announced(await sentByCustomer(document(PDF))))
    await whileBroken(drain)
    expect(await entry()).toMatchObject({ state: 'delayed', attempts: 1 })
    expect(await attachments()).toMatchObject([{ state: 'pending' }])
    now += MINUTE_MS
    await sweepOutbox(deps)
    expect(await attachments()).toMatchObject([{ state: 'ready' }])
  })

  it('is given up after the last attempt, with the reason', async () => {
    await receive(announced(await sentByCustomer(document(PDF))))
    await whileBroken(async () => {
      for (let at = 0; at < 9; at++) {
        await drain()
        now = (await entry())?.nextAttemptAt ?? now
      }
    })
    expect(await attachments()).toMatchObject([{ state: 'failed', reason: 'unreachable' }])
    expect(await entry()).toBeUndefined()
  })

  it('that breaks off is simply asked again: a fetch changes nothing there', async () => {
    const silent = await listenHttp((request) => request.socket.destroy())
    await receive(announced(await sentByCustomer(document(PDF))))
    const url = process.env['PROVIDER_URL_TELEGRAM']
    process.env['PROVIDER_URL_TELEGRAM'] = silent.url
    await drain()
    process.env['PROVIDER_URL_TELEGRAM'] = url
    await silent.close()
    expect(await entry()).toMatchObject({ state: 'delayed' })
  })
})

describe('fetching', () => {
  it('twice is fetching once', async () => {
    await receive(announced(await sentByCustomer(document(PDF)), { name: 'один раз.pdf' }))
    const order = outboxEntrySchema.parse(await entry())
    await fetchMedia(route.companyId, order)
    const first = await attachments()
    await fetchMedia(route.companyId, order)
    await drain()
    expect(await attachments()).toEqual(first)
    expect((await storedFiles()).filter((name) => name.endsWith('один раз.pdf'))).toHaveLength(1)
  })

  it('twice at once leaves one file and one truth', async () => {
    await receive(announced(await sentByCustomer(document(PDF))))
    const order = outboxEntrySchema.parse(await entry())
    await Promise.all([fetchMedia(route.companyId, order), fetchMedia(route.companyId, order)])
    expect(await attachments()).toMatchObject([{ state: 'ready', size: PDF.length }])
  })

  it('that died on the way is done again', async () => {
    await receive(announced(await sentByCustomer(document(PDF))))
    await update(['outbox', { companyId: route.companyId, entryId: entryId() }], {
      state: 'sending',
      leaseUntilAt: now - 1,
    })
    await sweepOutbox(deps)
    expect(await attachments()).toMatchObject([{ state: 'ready' }])
    expect(await entry()).toBeUndefined()
  })

  it('for a message that is gone ends quietly', async () => {
    await receive(announced('AgACAgIAAxkBAAIBY2unknown'))
    await firestore()
      .doc(`companies/company/conversations/${conversationId()}/messages/${messageId()}`)
      .delete()
    await drain()
    expect(await entry()).toBeUndefined()
  })
})

describe('a file’s name', () => {
  it.each([
    '../../../../etc/passwd',
    '..',
    '/',
    'a\\..\\b',
    '',
    '.',
    '\u0000\r\nx',
    'имя 100%.pdf?#[*]',
    'x'.repeat(300),
    `${'x'.repeat(119)}😀.jpg`,
    '\uD83D',
  ])('leads nowhere else: %j', async (name) => {
    await receive(announced(await sentByCustomer(document(PDF)), { name }))
    await drain()
    const [attachment] = (await attachments()) ?? []
    const folder = `companies/company/conversations/${conversationId()}/incoming/${String(attachment?.id)}/`
    expect(attachment?.state).toBe('ready')
    expect(attachment?.path?.startsWith(folder)).toBe(true)
    expect(attachment?.path?.slice(folder.length)).toMatch(/^[^/\\\p{Cc}]{1,120}$/u)
    expect(Buffer.from(await readFile(String(attachment?.path)))).toEqual(PDF)
  })

  it.each([
    ['договор.pdf', 'договор.pdf'],
    ['.htaccess', '_htaccess'],
    ['../../x', '__.._x'],
    ['a/b\\c', 'a_b_c'],
    ['', 'file'],
    [`${'x'.repeat(119)}😀`, 'x'.repeat(119)],
  ])('%j is kept as %j', (name, kept) => {
    expect(safeFileName(name)).toBe(kept)
  })
})
