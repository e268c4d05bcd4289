import { logger } from 'firebase-functions'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { get } from '#functions/store/store.ts'
import { accountHash, contextOf, forgetRoute, routeByChannel } from './route.ts'
import { isChannelKind } from '#channels/manifests.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'

type ChannelAccount = DocumentOf<'channelAccounts'>

/** Conversations stay; nothing new comes in, and another company may connect the account. */
export async function disconnectChannel(
  companyId: CompanyId,
  channelId: ChannelId,
  actor: Actor,
  now = Date.now(),
): Promise<null> {
  const channel = await get('channels', { companyId, channelId })
  if (!channel || !isChannelKind(channel.kind)) throw new DomainError('notFound')
  const hash = accountHash(channel.kind, channel.accountId)
  const isHolder = (account: ChannelAccount | undefined) =>
    account?.companyId === companyId && account.channelId === channelId
  // Disconnected before, its account may be another company's by now: that one is none of ours to touch.
  if (isHolder(await get('channelAccounts', { accountHash: hash }))) await unsubscribe(companyId, channelId)
  await contendedTransaction(async (unit) => {
    const [current, account] = await unit.getAll<['channels', 'channelAccounts']>(
      ['channels', { companyId, channelId }],
      ['channelAccounts', { accountHash: hash }],
    )
    unit.update(['channels', { companyId, channelId }], { state: 'disconnected' })
    unit.delete('channelCredentials', { companyId, channelId, document: 'credentials' })
    if (isHolder(account)) unit.delete('channelAccounts', { accountHash: hash })
    if (current?.state !== 'active') return
    const deed = {
      kind: 'channelDisconnected',
      subject: channel.name,
      details: { channel: channel.kind },
    } as const
    writeAudit(unit, companyId, { ...deed, ...actor }, now)
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
