import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import type { Found } from '#functions/store/store.ts'
import { find } from '#functions/store/store.ts'
import { assignConversation } from './assignConversation.ts'
import type { OutboxDependencies } from './drainLane.ts'
import { drainLane, liveOutbox } from './drainLane.ts'

/** A trigger needs seconds at the most; what lies longer was forgotten. */
const FORGOTTEN_AFTER_MS = 30 * SECOND_MS
const MAX_ENTRIES = 200
const AT_ONCE = 10
/** What is beyond is the next minute's. */
const MAX_RUN_MS = 30 * SECOND_MS

/** Takes up entries nobody is at: forgotten, due again, or left by a process that died. Gives how many. */
export async function sweepOutbox(deps: OutboxDependencies = liveOutbox): Promise<number> {
  const now = deps.now()
  const outcomes = await Promise.allSettled([sweepDeliveries(deps, now), sweepWaiting(now)])
  const failure = outcomes.find((each) => each.status === 'rejected')
  if (failure) throw failure.reason
  return outcomes.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0)
}

/** Page after page, while there is time, and more than those that were tried already. */
async function sweepDeliveries(deps: OutboxDependencies, now: number): Promise<number> {
  const endsAt = Date.now() + MAX_RUN_MS
  const mayGoOn = () => Date.now() < endsAt
  const tried = new Set<string>()
  while (mayGoOn()) {
    const entries = (await findDeliveries(now)).filter(({ path }) => !tried.has(path))
    if (entries.length === 0) break
    for (const { path } of entries) tried.add(path)
    await inBatches(entries, { atOnce: AT_ONCE, mayGoOn }, (entry) => drain(entry, deps))
  }
  return tried.size
}

async function findDeliveries(now: number): Promise<Found<'outbox'>[]> {
  const found = await Promise.all([
    find('outboxForgotten', { equals: ['queued'], range: now - FORGOTTEN_AFTER_MS }, MAX_ENTRIES),
    find('outboxDue', { equals: ['delayed'], range: now }, MAX_ENTRIES),
    find('outboxDue', { equals: ['behind'], range: now }, MAX_ENTRIES),
    find('outboxLeaseExpired', { equals: ['sending'], range: now }, MAX_ENTRIES),
  ])
  return found.flat()
}

interface Ids {
  readonly companyId: CompanyId
  readonly entryId: OutboxEntryId
}

function idsOf({ id, path }: Found<'outbox'>): Ids {
  return { companyId: companyIdSchema.parse(path.split('/')[1]), entryId: outboxEntryIdSchema.parse(id) }
}

function drain(found: Found<'outbox'>, deps: OutboxDependencies): Promise<void> {
  const { companyId, entryId } = idsOf(found)
  return drainLane(companyId, entryId, deps)
}

/** Assignments that wait for somebody to come: who began to wait first is first. */
async function sweepWaiting(now: number): Promise<number> {
  const waiting = await find('outboxDue', { equals: ['waiting'], range: now }, MAX_ENTRIES)
  const inOrder = waiting.sort((a, b) => a.data.createdAt - b.data.createdAt)
  // Each channel's are given one by one, those of all channels at once.
  return inBatches(inOrder, { atOnce: MAX_ENTRIES }, (found) =>
    assignConversation({ ...idsOf(found), entry: found.data, now }),
  )
}
