import type { Conversation } from '#shared/domain/conversation.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { ScheduledRefusal } from '#shared/domain/scheduledMessage.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** Why a member may not reply here now; undefined when he may. */
export async function refusalToSend(
  unit: StoreTransaction,
  companyId: CompanyId,
  { blocked, channelId }: Pick<Conversation, 'blocked' | 'channelId'>,
): Promise<Exclude<ScheduledRefusal, 'authorGone'> | undefined> {
  if (blocked) return 'contactBlocked'
  const channel = await unit.get('channels', { companyId, channelId })
  return channel?.state === 'active' ? undefined : 'channelDisconnected'
}
