import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { update } from '#functions/store/store.ts'

/** The channel's credentials are void: the settings page says so on top. */
export async function reportChannelTrouble(
  companyId: CompanyId,
  channelId: ChannelId,
  reason: string,
): Promise<void> {
  const health = { status: 'needsAttention', reason, checkedAt: Date.now() } as const
  await update(['channels', { companyId, channelId }], { health })
}
