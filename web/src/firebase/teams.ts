import { teamIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import { teamSchema } from '#shared/domain/team.ts'
import type { Team } from '#shared/domain/team.ts'
import { followDocuments } from './followDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyTeam = Team & { readonly id: TeamId }

export function followTeams(
  companyId: CompanyId,
  onChanged: (teams: readonly CompanyTeam[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('teams', { companyId }),
    schema: teamSchema,
    idSchema: teamIdSchema,
    onChanged,
  })
}
