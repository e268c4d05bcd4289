import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import { teamIdSchema } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { teamNamed } from './teamNamed.ts'

/** A new team; of one name there is one, so asking twice gives the same. */
export function createTeam(
  { companyId, name }: { readonly companyId: CompanyId; readonly name: string },
  actor: Actor,
  now = Date.now(),
): Promise<{ teamId: TeamId }> {
  return contendedTransaction(async (unit) => {
    const same = await teamNamed(unit, companyId, name)
    if (same) return { teamId: same }
    const teamId = teamIdSchema.parse(randomId())
    unit.create(['teams', { companyId, teamId }], { name, createdAt: now })
    writeAudit(unit, companyId, { kind: 'teamCreated', ...actor, subject: name }, now)
    return { teamId }
  })
}
