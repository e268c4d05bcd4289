import { adapters } from '#channels/adapters.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, credentialsPath } from '#functions/channels/route.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { seal } from '#functions/platform/sealing.ts'
import { set } from '#functions/store/store.ts'
import type { ChannelKind } from '#channels/manifests.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { Channel } from '#shared/domain/channel.ts'
import { NO_ASSIGNMENT } from '#shared/domain/channel.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'

/** A channel as connecting leaves it: account, channel, sealed settings. */
export async function connectedChannel(
  settings: unknown,
  options: {
    kind?: ChannelKind
    companyId?: string
    channelId?: string
    accountId?: string
    signsReplies?: boolean
    automation?: Partial<Pick<Channel, 'assignment' | 'greeting' | 'awayMessage' | 'hours'>>
  } = {},
): Promise<ChannelRoute> {
  const { kind = 'telegram', accountId = '100001' } = options
  const companyId = companyIdSchema.parse(options.companyId ?? 'company')
  const channelId = channelIdSchema.parse(options.channelId ?? 'channel')
  const channel: Channel = {
    assignment: NO_ASSIGNMENT,
    greeting: '',
    awayMessage: '',
    hours: null,
    ...options.automation,
    kind,
    name: 'Тёплый дом',
    handle: '@teply_dom_bot',
    accountId,
    state: 'active',
    health: { status: 'working', reason: '', checkedAt: 0 },
    signsReplies: options.signsReplies ?? false,
    publicId: 1,
    createdAt: 0,
  }
  const sealed = seal(
    settings,
    credentialsPath(companyId, channelId),
    Buffer.from(credentialsKey.value(), 'base64'),
  )
  await set(['channels', { companyId, channelId }], channel)
  await set(['channelCredentials', { companyId, channelId, document: 'credentials' }], { sealed })
  await set(['channelAccounts', { accountHash: accountHash(kind, accountId) }], {
    kind,
    accountId,
    companyId,
    channelId,
  })
  const clock = { hours: ALWAYS, timeZone: 'Europe/Moscow' }
  return { companyId, channelId, channel, kind, adapter: adapters[kind], settings, clock }
}
