import { FunctionsError, connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions'
import type * as z from 'zod/mini'
import {
  connectChannelContract,
  changeChannelContract,
  disconnectChannelContract,
  identifyChannelContract,
} from '#shared/api/channels.ts'
import { changeCompanyContract } from '#shared/api/companies.ts'
import type { CallableContract, ProviderRefusalCode } from '#shared/api/contract.ts'
import {
  changeMemberContract,
  createTeamContract,
  deleteTeamContract,
  inviteMembersContract,
  leaveCompanyContract,
  removeMemberContract,
  renameTeamContract,
  resendInvitationContract,
  revokeInvitationContract,
} from '#shared/api/members.ts'
import {
  createCaptchaContract,
  registerCompanyContract,
  requestCodeContract,
  verifyCodeContract,
  verifyEmailCodeContract,
} from '#shared/api/signIn.ts'
import { DomainError, domainErrorCodes } from '#shared/domain/DomainError.ts'
import type { DomainErrorCode } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ProviderErrorCode } from '#shared/provider/ProviderError.ts'
import { REGION, app } from './app.ts'
import { areEmulatorsUsed, emulatorAddress } from './emulators.ts'
import './auth.ts'

const functions = getFunctions(app, REGION)

if (areEmulatorsUsed) {
  const { host, port } = emulatorAddress('functions')
  connectFunctionsEmulator(functions, host, port)
}

type Callable<Contract extends { request: z.ZodMiniType; response: z.ZodMiniType }> = (
  request: z.infer<Contract['request']>,
) => Promise<z.infer<Contract['response']>>

/** What the server does for sign-in and settings. Each throws a DomainError, or the provider's ProviderError, where the server gave a code the page can word. */
export const createCaptcha: Callable<typeof createCaptchaContract> = (request) =>
  call(createCaptchaContract, request)
export const requestCode: Callable<typeof requestCodeContract> = (request) =>
  call(requestCodeContract, request)
export const verifyCode: Callable<typeof verifyCodeContract> = (request) => call(verifyCodeContract, request)
export const verifyEmailCode: Callable<typeof verifyEmailCodeContract> = (request) =>
  call(verifyEmailCodeContract, request)
export const registerCompany: Callable<typeof registerCompanyContract> = (request) =>
  call(registerCompanyContract, request)
export const identifyChannel: Callable<typeof identifyChannelContract> = (request) =>
  call(identifyChannelContract, request)
export const connectChannel: Callable<typeof connectChannelContract> = (request) =>
  call(connectChannelContract, request)
export const changeChannel: Callable<typeof changeChannelContract> = (request) =>
  call(changeChannelContract, request)
export const disconnectChannel: Callable<typeof disconnectChannelContract> = (request) =>
  call(disconnectChannelContract, request)

export const changeCompany: Callable<typeof changeCompanyContract> = (request) =>
  call(changeCompanyContract, request)
export const inviteMembers: Callable<typeof inviteMembersContract> = (request) =>
  call(inviteMembersContract, request)
export const resendInvitation: Callable<typeof resendInvitationContract> = (request) =>
  call(resendInvitationContract, request)
export const revokeInvitation: Callable<typeof revokeInvitationContract> = (request) =>
  call(revokeInvitationContract, request)
export const changeMember: Callable<typeof changeMemberContract> = (request) =>
  call(changeMemberContract, request)
export const removeMember: Callable<typeof removeMemberContract> = (request) =>
  call(removeMemberContract, request)
export const leaveCompany: Callable<typeof leaveCompanyContract> = (request) =>
  call(leaveCompanyContract, request)
export const createTeam: Callable<typeof createTeamContract> = (request) => call(createTeamContract, request)
export const renameTeam: Callable<typeof renameTeamContract> = (request) => call(renameTeamContract, request)
export const deleteTeam: Callable<typeof deleteTeamContract> = (request) => call(deleteTeamContract, request)

/** Calls a function by its contract. */
export async function call<Request, Response>(
  contract: CallableContract<Request, Response>,
  request: Request,
): Promise<Response> {
  try {
    const answer = await httpsCallable<Request>(functions, contract.name)(request)
    return contract.response.parse(answer.data)
  } catch (error) {
    throw (error instanceof FunctionsError && toKnownError(error.details)) || error
  }
}

function isKnown(code: unknown): code is DomainErrorCode {
  return domainErrorCodes.some((known) => known === code)
}

const providerCodes: Record<ProviderRefusalCode, ProviderErrorCode> = {
  providerRefused: 'rejected',
  providerUnavailable: 'unreachable',
}

function isProviderRefusal(code: unknown): code is ProviderRefusalCode {
  return typeof code === 'string' && Object.prototype.hasOwnProperty.call(providerCodes, code)
}

function toKnownError(details: unknown): DomainError | ProviderError | null {
  if (typeof details !== 'object' || details === null) return null
  const { code, ...values } = details as Record<string, unknown>
  const plain = plainValues(values)
  if (isKnown(code)) return new DomainError(code, plain)
  if (!isProviderRefusal(code)) return null
  return new ProviderError(providerCodes[code], {
    reason: String(plain['reason'] ?? ''),
    detail: String(plain['detail'] ?? ''),
  })
}

function plainValues(values: Record<string, unknown>): Record<string, string | number> {
  const plain = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number'
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => plain(entry[1])),
  )
}
