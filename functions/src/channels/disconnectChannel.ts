import { logger } from 'firebase-functions'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { get, transaction } from '#functions/store/store.ts'
import { accountHash, contextOf, forgetRoute, routeByChannel } from './route.ts'
import { isChannelKind } from '#channels/manifests.ts'

/** Conversations stay; nothing new comes in, and another company may connect the account. */
export async function disconnectChannel(companyId: CompanyId, channelId: ChannelId): Promise<null> {
  const channel = await get('channels', { companyId, channelId })
  if (!channel || !isChannelKind(channel.kind)) throw new DomainError('notFound')
  const hash = accountHash(channel.kind, channel.accountId)
  await unsubscribe(companyId, channelId)
  await transaction((unit) => {
    unit.update(['channels', { companyId, channelId }], { state: 'disconnected' })
    unit.delete('channelCredentials', { companyId, channelId, document: 'credentials' })
    unit.delete('channelAccounts', { accountHash: hash })
    return Promise.resolve()
  })
  forgetRoute(companyId, channelId, hash)
  return null
}

/** Told on a best effort: an account whose secret is void must be removable all the same. */
async function unsubscribe(companyId: CompanyId, channelId: ChannelId): Promise<void> {
  const route = await routeByChannel(companyId, channelId)
  if (!route) return
  try {
    await route.adapter.connection.disconnect(route.settings, contextOf(route.kind))
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    logger.warn('the provider was not told of a disconnection', { channelId, code: error.code })
  }
}
