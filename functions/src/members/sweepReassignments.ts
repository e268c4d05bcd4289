import { teamIdSchema } from '#shared/domain/ids.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import type { Found } from '#functions/store/store.ts'
import { find, update } from '#functions/store/store.ts'
import { finishTeam } from '#functions/teams/finishTeam.ts'
import { finishMembership } from './finishMembership.ts'
import { AT_WORK_MS } from './unfinishedReassignment.ts'

const MAX_REASSIGNMENTS = 20

/** Finishes what a member or a team that is gone has left to be done, and nobody is at. Gives how many. */
export async function sweepReassignments(now = Date.now()): Promise<number> {
  const due = await find('reassignmentsDue', { range: now }, MAX_REASSIGNMENTS)
  return inBatches(due, { atOnce: 1 }, (found) => finish(found, now))
}

async function finish({ id, data }: Found<'reassignments'>, now: number): Promise<void> {
  await update(['reassignments', { reassignmentId: id }], { dueAt: now + AT_WORK_MS })
  const { companyId, kind, subjectId, by, byName } = data
  if (kind === 'member') await finishMembership(data, now)
  else await finishTeam({ companyId, teamId: teamIdSchema.parse(subjectId) }, { by, byName }, now)
}
