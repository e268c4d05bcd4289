import { DomainError } from '#shared/domain/DomainError.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { noteReassignment } from '#functions/members/unfinishedReassignment.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { finishTeam } from './finishTeam.ts'
import type { TeamPlace } from './finishTeam.ts'

/**
 * Deletes a team; then all that follows from it, noted with the deletion, so that it is finished by the sweeper where it
 * breaks off. Throws `notFound`.
 */
export async function deleteTeam(team: TeamPlace, actor: Actor, now = Date.now()): Promise<void> {
  const wasThere = await deleteDocument(team, actor, now)
  const had = await finishTeam(team, actor, now)
  if (!wasThere && had === 0) throw new DomainError('notFound')
}

function deleteDocument({ companyId, teamId }: TeamPlace, actor: Actor, now: number): Promise<boolean> {
  const place = ['teams', { companyId, teamId }] as const
  const { by, byName } = actor
  return contendedTransaction(async (unit) => {
    const team = await unit.get(...place)
    if (!team) return false
    unit.delete(...place)
    noteReassignment(unit, { companyId, kind: 'team', subjectId: teamId, giveTo: '', by, byName }, now)
    writeAudit(unit, companyId, { kind: 'teamDeleted', ...actor, subject: team.name }, now)
    return true
  })
}
