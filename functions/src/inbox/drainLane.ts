import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { adapters } from '#channels/adapters.ts'
import { isChannelKind } from '#channels/manifests.ts'
import { deliverLaterAt } from '#functions/platform/tasks.ts'
import { get } from '#functions/store/store.ts'
import { reportChannelTrouble } from '#functions/channels/reportChannelTrouble.ts'
import { assignConversation } from './assignConversation.ts'
import type { Claim } from './claimEntry.ts'
import { claimEntry } from './claimEntry.ts'
import type { EntryAtHand } from './delayEntry.ts'
import { delayEntry } from './delayEntry.ts'
import { deliverMessage } from './deliverMessage.ts'
import { abandonMedia, fetchMedia } from './fetchMedia.ts'
import { orAgain } from './orAgain.ts'
import { nextDelivery } from './nextDelivery.ts'
import { settleDelivery, settleQuietly } from './settleEntry.ts'

/** What an attempt touches besides the database. */
export interface OutboxDependencies {
  now(): number
  deliverLaterAt(entry: { companyId: string; entryId: string }, at: number): Promise<void>
}

export const liveOutbox: OutboxDependencies = { now: () => Date.now(), deliverLaterAt }

/** One invocation works this long at most; the sweeper takes up the rest. */
const MAX_RUN_MS = MINUTE_MS

/** Attempts an entry and, one after another, those of its lane that its end sets free. */
export async function drainLane(
  companyId: CompanyId,
  entryId: OutboxEntryId,
  deps: OutboxDependencies = liveOutbox,
): Promise<void> {
  const startedAt = deps.now()
  let next: OutboxEntryId | undefined = entryId
  while (next && deps.now() - startedAt < MAX_RUN_MS) next = await attempt(companyId, next, deps)
}

async function attempt(
  companyId: CompanyId,
  entryId: OutboxEntryId,
  deps: OutboxDependencies,
): Promise<OutboxEntryId | undefined> {
  const claim = await claimEntry(companyId, entryId, deps.now())
  switch (claim.outcome) {
    case 'gone':
    case 'busy':
    case 'behind':
      return undefined
    case 'notDue':
      await waitOn(companyId, entryId, claim.at, deps)
      return undefined
    case 'paced':
      await deps.deliverLaterAt({ companyId, entryId }, claim.at)
      return undefined
    case 'toAssign':
      await assignConversation({ companyId, entryId, entry: claim.entry, now: deps.now() })
      return undefined
    case 'claimed':
    case 'crashed':
    case 'expired':
      return work({ companyId, entryId, entry: claim.entry }, claim, deps)
  }
}

/** Queues may be early: an entry due soon is put back; one due later is the sweeper's. */
async function waitOn(
  companyId: CompanyId,
  entryId: OutboxEntryId,
  at: number,
  deps: OutboxDependencies,
): Promise<void> {
  if (at - deps.now() <= MINUTE_MS) await deps.deliverLaterAt({ companyId, entryId }, at)
}

async function work(
  claimed: EntryAtHand,
  claim: Extract<Claim, { readonly outcome: 'claimed' | 'crashed' | 'expired' }>,
  deps: OutboxDependencies,
): Promise<OutboxEntryId | undefined> {
  const { companyId, entry } = claimed
  const isChannel = entry.target === 'channel'
  try {
    if (claim.outcome === 'expired') throw new ProviderError('rejected', { reason: 'expired' })
    if (claim.outcome === 'crashed' && isChannel) await refuseRepetition(claimed)
    if (!isChannel) {
      await orAgain(entry, () => fetchMedia(companyId, entry))
      return await settleQuietly(claimed, deps.now())
    }
    const externalId = await deliverMessage(companyId, entry, claim.reply, deps.now())
    return await settleDelivery(claimed, { status: 'sent' }, externalId, deps.now())
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return afterRefusal(claimed, error, deps)
  }
}

/** A process died between sending and noting it. Only where sending twice is sending once may it be repeated. */
async function refuseRepetition({ companyId, entry }: EntryAtHand): Promise<void> {
  const channel = await get('channels', { companyId, channelId: entry.channelId })
  const kind = channel?.kind ?? ''
  const mayRepeat = isChannelKind(kind) && adapters[kind].manifest.supports.idempotentSend
  if (!mayRepeat) throw new ProviderError('uncertain', { reason: 'interrupted' })
}

async function afterRefusal(
  claimed: EntryAtHand,
  error: ProviderError,
  deps: OutboxDependencies,
): Promise<OutboxEntryId | undefined> {
  const { companyId, entry } = claimed
  const now = deps.now()
  // Fetching a file changes nothing at the provider: an uncertain fetch is simply made again.
  const asFetch = entry.target === 'media' && error.code === 'uncertain'
  const next = nextDelivery(asFetch ? new ProviderError('unreachable') : error, entry.attempts + 1)
  if (next.next === 'again') {
    const isDelayed = await delayEntry(claimed, now + next.afterMs, next.reason)
    if (isDelayed) await deps.deliverLaterAt({ companyId, entryId: claimed.entryId }, now + next.afterMs)
    return undefined
  }
  if (error.code === 'unauthorized') await reportChannelTrouble(companyId, entry.channelId, error.reason)
  if (entry.target === 'media') {
    await abandonMedia(companyId, entry, error.reason)
    return settleQuietly(claimed, now)
  }
  return settleDelivery(claimed, next.delivery, '', now)
}
