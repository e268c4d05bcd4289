import { afterAll, expect } from 'vitest'
import { changeMember, leaveCompany, removeMember } from '#functions/callables/members.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set } from '#functions/store/store.ts'
import { changeMemberContract, leaveCompanyContract, removeMemberContract } from '#shared/api/members.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import {
  ADMIN,
  OPERATOR,
  OURS,
  OUTSIDER,
  THEIRS,
  describeCallableAttacks,
} from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-members')

afterAll(() => project.close())

async function arrange(): Promise<void> {
  await project.clear()
  await set(['teams', { companyId: OURS, teamId: 'team' }], aTeam())
  await set(['teams', { companyId: THEIRS, teamId: 'their-team' }], aTeam())
}

const operator = () => get('members', { companyId: OURS, userId: OPERATOR })
const auditCount = async () =>
  (await firestore().collection(`companies/${OURS}/audit`).count().get()).data().count

describeCallableAttacks(
  changeMemberContract,
  changeMember,
  () => ({ companyId: OURS, userId: OPERATOR, role: 'admin', visibility: 'own', teamIds: ['team'] }),
  'admin',
  {
    arrange,
    foreign: { userId: OUTSIDER, teamIds: ['their-team'] },
    afterFifty: async () => {
      expect(await operator()).toMatchObject({ role: 'admin' })
      expect(await auditCount()).toBe(1)
    },
  },
)
describeCallableAttacks(
  removeMemberContract,
  removeMember,
  () => ({ companyId: OURS, userId: OPERATOR, giveTo: ADMIN, giveToTeamId: 'team' }),
  'admin',
  {
    arrange,
    foreign: { userId: OUTSIDER, giveTo: OUTSIDER, giveToTeamId: 'their-team' },
    afterFifty: async () => expect([await operator(), await auditCount()]).toEqual([undefined, 1]),
  },
)
describeCallableAttacks(leaveCompanyContract, leaveCompany, () => ({ companyId: OURS }), 'operator', {
  arrange,
  afterFifty: async () => expect([await operator(), await auditCount()]).toEqual([undefined, 1]),
})
