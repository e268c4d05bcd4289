import {
  acceptInvitationContract,
  inviteMembersContract,
  readInvitationContract,
  resendInvitationContract,
  revokeInvitationContract,
} from '#shared/api/members.ts'
import { acceptInvitation as accept } from '#functions/invitations/acceptInvitation.ts'
import { inviteMembers as invite } from '#functions/invitations/inviteMembers.ts'
import { readInvitation as read } from '#functions/invitations/readInvitation.ts'
import { resendInvitation as resend } from '#functions/invitations/resendInvitation.ts'
import { revokeInvitation as revoke } from '#functions/invitations/revokeInvitation.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const inviteMembers = defineCallable(inviteMembersContract, 'admin', async (request, caller) => {
  await invite(request, actorOf(caller))
  return {}
})

export const resendInvitation = defineCallable(
  resendInvitationContract,
  'admin',
  async (request, caller) => ({
    isSent: await resend(request, actorOf(caller)),
  }),
)

export const revokeInvitation = defineCallable(revokeInvitationContract, 'admin', async (request, caller) => {
  await revoke(request, actorOf(caller))
  return {}
})

export const readInvitation = defineCallable(readInvitationContract, 'anybody', ({ token }) => read(token))

export const acceptInvitation = defineCallable(
  acceptInvitationContract,
  'signedIn',
  ({ token, name }, { uid, address }) => accept({ userId: uid, token, name, address }),
)
