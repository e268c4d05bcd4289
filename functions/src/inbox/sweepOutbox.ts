import type { OutboxEntryId } from '#shared/domain/ids.ts'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import type { Found } from '#functions/store/store.ts'
import { find } from '#functions/store/store.ts'
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
  return entries.length
}

function drain({ id, path }: Found<'outbox'>, deps: OutboxDependencies): Promise<void> {
  const companyId = companyIdSchema.parse(path.split('/')[1])
  const entryId: OutboxEntryId = outboxEntryIdSchema.parse(id)
  return drainLane(companyId, entryId, deps)
}
