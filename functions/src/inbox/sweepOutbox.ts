import type { CompanyId, OutboxEntryId } from '#shared/domain/ids.ts'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { Found } from '#functions/store/store.ts'
import { find } from '#functions/store/store.ts'
import { assignConversation } from './assignConversation.ts'
import type { OutboxDependencies } from './drainLane.ts'
import { drainLane, liveOutbox } from './drainLane.ts'

/** A trigger needs seconds at the most; what lies longer was forgotten. */
const FORGOTTEN_AFTER_MS = 30 * SECOND_MS
const MAX_ENTRIES = 200
const AT_ONCE = 10

/** Takes up entries nobody is at: forgotten, due again, or left by a process that died. */
export async function sweepOutbox(deps: OutboxDependencies = liveOutbox): Promise<number> {
  const now = deps.now()
  const found = await Promise.all([
    find('outboxForgotten', { equals: ['queued'], range: now - FORGOTTEN_AFTER_MS }, MAX_ENTRIES),
    find('outboxDue', { equals: ['delayed'], range: now }, MAX_ENTRIES),
    find('outboxLeaseExpired', { equals: ['sending'], range: now }, MAX_ENTRIES),
  ])
  const entries = found.flat()
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    await Promise.all(entries.slice(at, at + AT_ONCE).map((entry) => drain(entry, deps)))
  }
  return entries.length + (await sweepWaiting(now))
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
  await Promise.all(inOrder.map((found) => assignConversation({ ...idsOf(found), entry: found.data, now })))
  return waiting.length
}
