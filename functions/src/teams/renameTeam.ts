import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { teamNamed } from './teamNamed.ts'

interface Renaming {
  readonly companyId: CompanyId
  readonly teamId: TeamId
  readonly name: string
}

/** Nothing else knows a team's name, so nothing else is written. Throws `notFound`, or `nameTaken` by another team. */
export function renameTeam(
  { companyId, teamId, name }: Renaming,
  actor: Actor,
  now = Date.now(),
): Promise<void> {
  const place = ['teams', { companyId, teamId }] as const
  return contendedTransaction(async (unit) => {
    const team = await unit.get(...place)
    if (!team) throw new DomainError('notFound')
    if (team.name === name) return
    if (await teamNamed(unit, companyId, name, teamId)) throw new DomainError('nameTaken')
    unit.update(place, { name })
    const details = { nameBefore: team.name }
    writeAudit(unit, companyId, { kind: 'teamRenamed', ...actor, subject: name, details }, now)
  })
}
