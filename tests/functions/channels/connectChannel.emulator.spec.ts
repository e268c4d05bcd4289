import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectChannel, hookUrl, identifyChannel } from '#functions/channels/connectChannel.ts'
import { disconnectChannel } from '#functions/channels/disconnectChannel.ts'
import { accountHash, forgetRoute, routeByAccount } from '#functions/channels/route.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { WebhookReceiver } from '#tests/tools/simulators/support/WebhookReceiver.ts'
import { BY_ANNA, auditOf } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'
import type { Passage, TelegramDoor } from './telegramDoor.ts'
import { aGate, telegramDoor } from './telegramDoor.ts'

const BOT_ID = '100001'
const HASH = accountHash('telegram', BOT_ID)
const OURS = companyIdSchema.parse('ours')
const THEIRS = companyIdSchema.parse('theirs')
const FORM = { token: BOT_TOKEN }

// The simulator calls this machine only.
process.env['PUBLIC_URL'] = 'http://127.0.0.1:1'
const project = useEmulatorProject('connect')
let telegram: TelegramSimulator

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.control(`bots/${BOT_ID}/reset`, { keepWebhook: false })
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

const connect = (companyId: CompanyId, form: Record<string, string> = FORM, kind = 'telegram') =>
  connectChannel(companyId, kind, form, BY_ANNA)
const webhook = async () =>
  ((await telegram.control(`bots/${BOT_ID}`)) as { webhook: Record<string, unknown> }).webhook
const account = () => get('channelAccounts', { accountHash: HASH })
const countOf = async (collection: string) =>
  (await firestore().collectionGroup(collection).count().get()).data().count

/** What a webhook of the bot leads to, in a process that knows nothing yet. */
async function route() {
  const { companyId, channelId } = (await account()) ?? { companyId: OURS, channelId: 'none' as never }
  forgetRoute(companyId, channelId, HASH)
  return routeByAccount('telegram', HASH)
}

describe('a pasted token', () => {
  it('tells whose account it opens, and connects nothing', async () => {
    expect(await identifyChannel('telegram', FORM)).toEqual({ name: 'Тёплый дом', handle: '@teply_dom_bot' })
    expect(await webhook()).toMatchObject({ url: '' })
    expect(await account()).toBeUndefined()
  })

  it('is believed with blanks around it', async () => {
    expect(await identifyChannel('telegram', { token: ` ${BOT_TOKEN}\n` })).toMatchObject({
      name: 'Тёплый дом',
    })
  })

  it.each([
    ['is none', { token: 'hello' }, { field: 'token' }],
    ['is empty', { token: '' }, { field: 'token' }],
    ['is not there', {}, { field: 'token' }],
    ['is followed by more', { token: `${BOT_TOKEN}/../../x` }, { field: 'token' }],
    ['opens nothing', { token: '100009:nobody-has-this-token-in-hand' }, { detail: 'Unauthorized' }],
  ])('that %s is refused', async (_name, form, details) => {
    expect(await refusalOf(identifyChannel('telegram', form))).toEqual({ code: 'secretRefused', ...details })
    expect(await refusalOf(connect(OURS, form))).toEqual({ code: 'secretRefused', ...details })
    expect(await countOf('channels')).toBe(0)
  })

  it.each(['pigeon', '', 'constructor', '__proto__', 'Telegram'])(
    'for a channel there is not finds none: %j',
    async (kind) => {
      expect(await refusalOf(connect(OURS, FORM, kind))).toEqual({ code: 'notFound' })
    },
  )
})

describe('connecting', () => {
  it('leads the bot’s webhooks to the company’s new channel', async () => {
    const { channelId } = await connect(OURS)
    expect(await webhook()).toMatchObject({ url: hookUrl('telegram', BOT_ID), hasSecret: true })
    expect(await account()).toEqual({ kind: 'telegram', accountId: BOT_ID, companyId: OURS, channelId })
    expect(await get('channels', { companyId: OURS, channelId })).toMatchObject({
      kind: 'telegram',
      name: 'Тёплый дом',
      handle: '@teply_dom_bot',
      accountId: BOT_ID,
      state: 'active',
      health: { status: 'working' },
    })
    expect(await route()).toMatchObject({ companyId: OURS, channelId, settings: { token: BOT_TOKEN } })
  })

  it('keeps the token nowhere as it is', async () => {
    await connect(OURS)
    const all = await Promise.all(
      ['channels', 'private', 'channelAccounts'].map((name) => firestore().collectionGroup(name).get()),
    )
    const stored = JSON.stringify(
      all.flatMap(({ docs }) => docs.map((document) => document.data() as unknown)),
    )
    expect(stored).toContain('sealed')
    for (const secret of [BOT_TOKEN, BOT_TOKEN.split(':')[1]]) expect(stored).not.toContain(secret)
  })

  it('again keeps the channel and its secret: what Telegram still sends by the old word is heard', async () => {
    const first = await connect(OURS)
    const before = await route()
    const second = await connect(OURS)
    const after = await route()
    expect(second).toEqual(first)
    expect(after?.channel.createdAt).toBe(before?.channel.createdAt)
    expect(after?.channel.publicId).toBe(before?.channel.publicId)
    expect(after?.settings).toEqual(before?.settings)
    expect(await countOf('channels')).toBe(1)
  })

  it('is told in the audit, the second time as a change, and without its token', async () => {
    await connect(OURS)
    await connect(OURS)
    const told = { by: 'anna', byName: 'Анна', subject: 'Тёплый дом', details: { channel: 'telegram' } }
    const entries = await auditOf(OURS)
    expect(entries).toMatchObject([
      { kind: 'channelConnected', ...told },
      { kind: 'channelChanged', ...told },
    ])
    expect(JSON.stringify(entries)).not.toContain(BOT_TOKEN)
  })

  it('after disconnecting makes another channel, under another secret', async () => {
    const { channelId } = await connect(OURS)
    const before = await route()
    await disconnectChannel(OURS, channelId, BY_ANNA)
    await connect(OURS)
    expect((await route())?.settings).not.toEqual(before?.settings)
  })

  it('twice at once makes one channel', async () => {
    const [first, second] = await Promise.all([connect(OURS), connect(OURS)])
    expect(first).toEqual(second)
    expect(await countOf('channels')).toBe(1)
  })
})

describe('two who connect the same bot at once', () => {
  const CUSTOMER = 500
  const telegramUrl = () => `${telegram.url}/telegram`
  let bot: WebhookReceiver
  beforeEach(async () => {
    bot = await new WebhookReceiver().open()
    process.env['PUBLIC_URL'] = new URL(bot.url).origin
    await telegram.control(`bots/${BOT_ID}/customers`, { name: 'Анна Светлова', id: CUSTOMER })
  })
  afterEach(async () => {
    process.env['PUBLIC_URL'] = 'http://127.0.0.1:1'
    process.env['PROVIDER_URL_TELEGRAM'] = telegramUrl()
    await bot.close()
  })

  /** The product’s calls of setWebhook pass as planned while `work` runs. */
  async function behindDoor(passages: readonly Passage[], work: (door: TelegramDoor) => Promise<void>) {
    const door = await telegramDoor(telegramUrl(), 'setWebhook', passages)
    process.env['PROVIDER_URL_TELEGRAM'] = door.url
    await work(door)
    await door.close()
  }

  /** The word by which Telegram proves itself from now on, and the one its webhooks are measured by. */
  async function expectOneSecret(): Promise<void> {
    await telegram.control(`bots/${BOT_ID}/customers/${String(CUSTOMER)}/messages`, { text: 'Здравствуйте' })
    await vi.waitFor(() => expect(bot.received).toHaveLength(1))
    const settings = (await route())?.settings as { secret: string } | undefined
    expect(settings?.secret).toBeDefined()
    expect(bot.received[0]?.headers['x-telegram-bot-api-secret-token']).toBe(settings?.secret)
  }

  it.each(['before', 'after'] as const)(
    'agree on the secret, though the first is held up %s Telegram took it',
    async (when) => {
      const gate = aGate()
      await behindDoor([{ [when]: gate.opened }], async (door) => {
        const slow = connect(OURS)
        await door.untilSeen(1)
        await connect(OURS)
        gate.open()
        await slow
      })
      await expectOneSecret()
      expect(await countOf('channels')).toBe(1)
    },
  )

  it('leave the account to the one who comes through', async () => {
    const [first, second] = [aGate(), aGate()]
    const passages = [{ before: first.opened, isRefused: true }, { before: second.opened }]
    await behindDoor(passages, async (door) => {
      const refused = expect(connect(OURS)).rejects.toThrow(ProviderError)
      await door.untilSeen(1)
      const slow = connect(OURS)
      await door.untilSeen(2)
      first.open()
      await refused
      second.open()
      await slow
    })
    expect(await account()).toMatchObject({ companyId: OURS })
    await expectOneSecret()
  })
})

describe('an account another company holds', () => {
  it('is refused, and stays as it is', async () => {
    await connect(OURS)
    const [before, hook] = [await route(), await webhook()]
    expect(await refusalOf(connect(THEIRS))).toEqual({ code: 'accountTaken' })
    expect(await route()).toEqual(before)
    expect(await webhook()).toEqual(hook)
    expect(await countOf('channels')).toBe(1)
  })

  it('is held by one of two who connect it at once', async () => {
    const results = await Promise.allSettled([connect(OURS), connect(THEIRS)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await countOf('channels')).toBe(1)
    expect((await route())?.companyId).toBe((await account())?.companyId)
  })
})

describe('connecting that came to nothing', () => {
  const failing = async () => {
    const publicUrl = process.env['PUBLIC_URL']
    process.env['PUBLIC_URL'] = 'https://not-taken-by-the-simulator.example'
    const refusal: unknown = await connect(OURS).catch((error: unknown) => error)
    process.env['PUBLIC_URL'] = publicUrl
    return refusal
  }

  it('tells the provider’s own words, and leaves the account to whoever tries next', async () => {
    expect(await failing()).toMatchObject({
      name: 'ProviderError',
      code: 'rejected',
      detail: expect.stringContaining('bad webhook') as unknown,
    })
    expect(await account()).toBeUndefined()
    expect(await connect(THEIRS)).toHaveProperty('channelId')
  })

  it('leaves a channel that was there before to its company', async () => {
    const { channelId } = await connect(OURS)
    await failing()
    expect(await account()).toMatchObject({ companyId: OURS, channelId })
  })
})
