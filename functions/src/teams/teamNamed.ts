import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import { teamIdSchema } from '#shared/domain/ids.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** As many as are compared by name; a company has a handful. */
const MOST_COMPARED = 500

const folded = (name: string): string => name.toLocaleLowerCase('ru')

/** The team that bears a name, in whatever case, but for one; undefined where it is free. */
export async function teamNamed(
  unit: StoreTransaction,
  companyId: CompanyId,
  name: string,
  but?: TeamId,
): Promise<TeamId | undefined> {
  const teams = await unit.find('teams', {}, MOST_COMPARED, { companyId })
  const same = teams.find(({ id, data }) => id !== but && folded(data.name) === folded(name))
  return same && teamIdSchema.parse(same.id)
}
