import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectChannel, hookUrl, identifyChannel } from '#functions/channels/connectChannel.ts'
import { accountHash, forgetRoute, routeByAccount } from '#functions/channels/route.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

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
  connectChannel(companyId, kind, form)
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

  it('again keeps the channel, under a new secret', async () => {
    const first = await connect(OURS)
    const before = await route()
    const second = await connect(OURS)
    const after = await route()
    expect(second).toEqual(first)
    expect(after?.channel.createdAt).toBe(before?.channel.createdAt)
    expect(after?.channel.publicId).toBe(before?.channel.publicId)
    expect(after?.settings).not.toEqual(before?.settings)
    expect(await countOf('channels')).toBe(1)
  })

  it('twice at once makes one channel', async () => {
    const [first, second] = await Promise.all([connect(OURS), connect(OURS)])
    expect(first).toEqual(second)
    expect(await countOf('channels')).toBe(1)
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
    const refusal = await refusalOf(connect(OURS))
    process.env['PUBLIC_URL'] = publicUrl
    return refusal
  }

  it('leaves the account to whoever tries next', async () => {
    expect(await failing()).toMatchObject({ code: 'secretRefused' })
    expect(await account()).toBeUndefined()
    expect(await connect(THEIRS)).toHaveProperty('channelId')
  })

  it('leaves a channel that was there before to its company', async () => {
    const { channelId } = await connect(OURS)
    await failing()
    expect(await account()).toMatchObject({ companyId: OURS, channelId })
  })
})
