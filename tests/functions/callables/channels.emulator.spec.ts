import { afterAll, beforeAll, expect } from 'vitest'
import {
  changeChannel,
  connectChannel,
  disconnectChannel,
  identifyChannel,
} from '#functions/callables/channels.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import { find, get, set } from '#functions/store/store.ts'
import {
  changeChannelContract,
  connectChannelContract,
  disconnectChannelContract,
  identifyChannelContract,
} from '#shared/api/channels.ts'
import { channelIdSchema } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { countIn } from '../account/person.ts'
import { auditOf } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

// The simulator calls this machine only.
process.env['PUBLIC_URL'] = 'http://127.0.0.1:1'
const project = useEmulatorProject('callables-channels')
const channelId = channelIdSchema.parse('bot')
const BOT_ID = '100001'
const pasted = () => ({ companyId: OURS, kind: 'telegram', form: { token: BOT_TOKEN } })
let telegram: TelegramSimulator

beforeAll(async () => {
  telegram = await startTelegram(5990)
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

async function arrange(): Promise<void> {
  await project.clear()
  await telegram.control(`bots/${BOT_ID}/reset`, { keepWebhook: false })
  forgetRoute(OURS, channelId, accountHash('telegram', BOT_ID))
}

/** A channel of ours, and one of another company. */
async function withChannels(): Promise<void> {
  await arrange()
  await set(['channels', { companyId: OURS, channelId }], aChannel())
  await set(['channels', { companyId: THEIRS, channelId: 'their-bot' }], aChannel())
}

const channelsOfOurs = () => find('channels', {}, 100, { companyId: OURS })
const deeds = async () => (await auditOf(OURS)).map(({ kind }) => kind)

describeCallableAttacks(
  changeChannelContract,
  changeChannel,
  () => ({ companyId: OURS, channelId, greeting: 'Здравствуйте', awayMessage: 'Мы спим' }),
  'admin',
  { arrange: withChannels, foreign: { channelId: 'their-bot' } },
)

describeCallableAttacks(identifyChannelContract, identifyChannel, pasted, 'admin', {
  arrange,
  afterFifty: async () => {
    expect([await channelsOfOurs(), await countIn('channelAccounts')]).toEqual([[], 0])
  },
})

describeCallableAttacks(connectChannelContract, connectChannel, pasted, 'admin', {
  arrange,
  afterFifty: async (outcomes) => {
    expect(outcomes.map(({ code }) => code)).toContain(undefined)
    const channels = await channelsOfOurs()
    const account = await get('channelAccounts', { accountHash: accountHash('telegram', BOT_ID) })
    expect(channels.map(({ id }) => id)).toEqual([account?.channelId])
    expect((await deeds()).filter((kind) => kind === 'channelConnected')).toHaveLength(1)
  },
})

describeCallableAttacks(
  disconnectChannelContract,
  disconnectChannel,
  () => ({ companyId: OURS, channelId }),
  'admin',
  {
    arrange: withChannels,
    foreign: { channelId: 'their-bot' },
    afterFifty: async (outcomes) => {
      const codes = new Set(outcomes.map(({ code }) => code))
      expect(new Set([...codes, 'tooManyAttempts'])).toEqual(new Set([undefined, 'tooManyAttempts']))
      expect(await get('channels', { companyId: OURS, channelId })).toMatchObject({ state: 'disconnected' })
      expect(await get('channels', { companyId: THEIRS, channelId: 'their-bot' })).toMatchObject({
        state: 'active',
      })
      expect(await deeds()).toEqual(['channelDisconnected'])
    },
  },
)
