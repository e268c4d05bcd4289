import { changeMemberContract, leaveCompanyContract, removeMemberContract } from '#shared/api/members.ts'
import { changeMember as change } from '#functions/members/changeMember.ts'
import { endMembership } from '#functions/members/endMembership.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const changeMember = defineCallable(changeMemberContract, 'admin', async (request, caller) => {
  await change(request, actorOf(caller))
  return {}
})

export const removeMember = defineCallable(removeMemberContract, 'admin', async (request, caller) => {
  await endMembership({ ...request, kind: 'memberRemoved' }, actorOf(caller))
  return {}
})

export const leaveCompany = defineCallable(
  leaveCompanyContract,
  'operator',
  async ({ companyId }, caller) => {
    await endMembership({ companyId, userId: caller.uid, giveTo: '', kind: 'memberLeft' }, actorOf(caller))
    return {}
  },
)
