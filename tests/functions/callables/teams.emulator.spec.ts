import { afterAll, expect } from 'vitest'
import { createTeam, deleteTeam, renameTeam } from '#functions/callables/teams.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import { createTeamContract, deleteTeamContract, renameTeamContract } from '#shared/api/members.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-teams')

afterAll(() => project.close())

async function arrange(): Promise<void> {
  await project.clear()
  await set(['teams', { companyId: OURS, teamId: 'team' }], aTeam())
  await set(['teams', { companyId: THEIRS, teamId: 'their-team' }], aTeam())
}

const countOf = async (collection: string) =>
  (await firestore().collection(`companies/${OURS}/${collection}`).count().get()).data().count
const teamId = 'team'
const foreign = { teamId: 'their-team' }

describeCallableAttacks(createTeamContract, createTeam, () => ({ companyId: OURS, name: 'Склад' }), 'admin', {
  arrange,
  afterFifty: async () => expect([await countOf('teams'), await countOf('audit')]).toEqual([2, 1]),
})
describeCallableAttacks(
  renameTeamContract,
  renameTeam,
  () => ({ companyId: OURS, teamId, name: 'Склад' }),
  'admin',
  { arrange, foreign, afterFifty: async () => expect(await countOf('audit')).toBe(1) },
)
describeCallableAttacks(deleteTeamContract, deleteTeam, () => ({ companyId: OURS, teamId }), 'admin', {
  arrange,
  foreign,
  afterFifty: async () => expect([await countOf('teams'), await countOf('audit')]).toEqual([0, 1]),
})
