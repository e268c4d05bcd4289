import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { transaction } from '#functions/store/store.ts'

/** Whether answers through a channel bear the name of who wrote them. Throws `notFound`. */
export function changeChannel(
  companyId: CompanyId,
  { channelId, signsReplies }: { readonly channelId: ChannelId; readonly signsReplies: boolean },
  actor: Actor,
  now = Date.now(),
): Promise<Record<string, never>> {
  const place = ['channels', { companyId, channelId }] as const
  return transaction(async (unit) => {
    const channel = await unit.get(...place)
    if (!channel) throw new DomainError('notFound')
    if (channel.signsReplies === signsReplies) return {}
    unit.update(place, { signsReplies })
    const details = { channel: channel.kind, signsReplies: String(signsReplies) }
    writeAudit(unit, companyId, { kind: 'channelChanged', subject: channel.name, details, ...actor }, now)
    return {}
  })
}
