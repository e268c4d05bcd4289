import { acceptInvitationContract, readInvitationContract } from '#shared/api/members.ts'
import { call } from './callables.ts'

/** What a mailed invitation leads to, and following it. Both throw what `call` throws. */
export const readInvitation = (token: string) => call(readInvitationContract, { token })
export const acceptInvitation = (token: string, name: string) =>
  call(acceptInvitationContract, { token, name })
