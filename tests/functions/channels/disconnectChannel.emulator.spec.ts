import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectChannel } from '#functions/channels/connectChannel.ts'
import { disconnectChannel } from '#functions/channels/disconnectChannel.ts'
import { accountHash, credentialsPath, routeByAccount, routeByChannel } from '#functions/channels/route.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { seal } from '#functions/platform/sealing.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import type { ChannelId } from '#shared/domain/ids.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import { BY_ANNA, auditOf } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const BOT_ID = '100001'
const HASH = accountHash('telegram', BOT_ID)
const OURS = companyIdSchema.parse('ours')
const THEIRS = companyIdSchema.parse('theirs')

// The simulator calls this machine only.
process.env['PUBLIC_URL'] = 'http://127.0.0.1:1'
const project = useEmulatorProject('disconnect')
let telegram: TelegramSimulator
let channelId: ChannelId

beforeAll(async () => {
  telegram = await startTelegram(5950)
})
beforeEach(async () => {
  await project.clear()
  await telegram.control(`bots/${BOT_ID}/reset`, { keepWebhook: false })
  channelId = await connect(OURS)
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

async function connect(companyId: typeof OURS): Promise<ChannelId> {
  return (await connectChannel(companyId, 'telegram', { token: BOT_TOKEN }, BY_ANNA)).channelId
}

const webhookUrl = async () =>
  ((await telegram.control(`bots/${BOT_ID}`)) as { webhook: { url: string } }).webhook.url
const account = () => get('channelAccounts', { accountHash: HASH })

describe('disconnecting', () => {
  it('tells the provider, and forgets account and secret', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await webhookUrl()).toBe('')
    expect(await account()).toBeUndefined()
    expect((await firestore().collectionGroup('private').get()).size).toBe(0)
  })

  it('keeps the channel, for the conversations that came by it', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await get('channels', { companyId: OURS, channelId })).toMatchObject({
      state: 'disconnected',
      name: 'Тёплый дом',
    })
  })

  it('holds at once in this process: nothing comes in, nothing goes out', async () => {
    expect(await routeByAccount('telegram', HASH)).toBeDefined()
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await routeByAccount('telegram', HASH)).toBeUndefined()
    expect(await routeByChannel(OURS, channelId)).toBeUndefined()
  })

  it('lets another company connect the account', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    const theirs = await connect(THEIRS)
    expect(await account()).toMatchObject({ companyId: THEIRS, channelId: theirs })
    expect(await routeByAccount('telegram', HASH)).toMatchObject({ companyId: THEIRS })
  })

  it('is possible though the token is void meanwhile', async () => {
    const sealed = seal(
      { token: '100001:revoked-token-000000000000', secret: 'secret' },
      credentialsPath(OURS, channelId),
      Buffer.from(credentialsKey.value(), 'base64'),
    )
    await firestore().doc(credentialsPath(OURS, channelId)).set({ sealed })
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await account()).toBeUndefined()
  })

  it('is possible though the provider is out of reach', async () => {
    const url = process.env['PROVIDER_URL_TELEGRAM']
    process.env['PROVIDER_URL_TELEGRAM'] = 'http://127.0.0.1:1'
    await disconnectChannel(OURS, channelId, BY_ANNA)
    process.env['PROVIDER_URL_TELEGRAM'] = url
    expect(await account()).toBeUndefined()
  })
})

describe('disconnecting twice', () => {
  it('leaves the account to the company that connected it in between', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    const theirs = await connect(THEIRS)
    const url = await webhookUrl()
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await account()).toMatchObject({ companyId: THEIRS, channelId: theirs })
    expect(await webhookUrl()).toBe(url)
    expect(await get('channels', { companyId: THEIRS, channelId: theirs })).toMatchObject({ state: 'active' })
  })

  it('leaves the account to the company’s own newer channel', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    const newer = await connect(OURS)
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect(await account()).toMatchObject({ channelId: newer })
    expect(await webhookUrl()).not.toBe('')
  })

  it('changes nothing, and is told in the audit once', async () => {
    await disconnectChannel(OURS, channelId, BY_ANNA)
    await disconnectChannel(OURS, channelId, BY_ANNA)
    expect((await auditOf(OURS)).slice(1)).toMatchObject([
      { kind: 'channelDisconnected', by: 'anna', subject: 'Тёплый дом', details: { channel: 'telegram' } },
    ])
    expect(await get('channels', { companyId: OURS, channelId })).toMatchObject({ state: 'disconnected' })
  })
})

describe('a channel', () => {
  it('of another company is not found', async () => {
    expect(await refusalOf(disconnectChannel(THEIRS, channelId, BY_ANNA))).toEqual({ code: 'notFound' })
    expect(await account()).toMatchObject({ companyId: OURS })
  })

  it('there never was is not found', async () => {
    expect(await refusalOf(disconnectChannel(OURS, channelIdSchema.parse('none'), BY_ANNA))).toEqual({
      code: 'notFound',
    })
  })
})
