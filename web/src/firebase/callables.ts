import { FunctionsError, connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions'
import type * as z from 'zod/mini'
import {
  connectChannelContract,
  disconnectChannelContract,
  identifyChannelContract,
} from '#shared/api/channels.ts'
import type { CallableContract } from '#shared/api/contract.ts'
import { registerCompanyContract, requestCodeContract, verifyCodeContract } from '#shared/api/signIn.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { DomainErrorCode } from '#shared/domain/DomainError.ts'
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

/** What the server does for sign-in and settings. Each throws a DomainError where the server gave a code the page can word. */
export const requestCode: Callable<typeof requestCodeContract> = (request) =>
  call(requestCodeContract, request)
export const verifyCode: Callable<typeof verifyCodeContract> = (request) => call(verifyCodeContract, request)
export const registerCompany: Callable<typeof registerCompanyContract> = (request) =>
  call(registerCompanyContract, request)
export const identifyChannel: Callable<typeof identifyChannelContract> = (request) =>
  call(identifyChannelContract, request)
export const connectChannel: Callable<typeof connectChannelContract> = (request) =>
  call(connectChannelContract, request)
export const disconnectChannel: Callable<typeof disconnectChannelContract> = (request) =>
  call(disconnectChannelContract, request)

/** Calls a function by its contract. */
export async function call<Request, Response>(
  contract: CallableContract<Request, Response>,
  request: Request,
): Promise<Response> {
  try {
    const answer = await httpsCallable<Request>(functions, contract.name)(request)
    return contract.response.parse(answer.data)
  } catch (error) {
    throw (error instanceof FunctionsError && toDomainError(error.details)) || error
  }
}

const known: Record<DomainErrorCode, true> = {
  notFound: true,
  accountTaken: true,
  channelDisconnected: true,
  codeExpired: true,
  codeWrong: true,
  tooManyAttempts: true,
  alreadySent: true,
  secretRefused: true,
}

function isKnown(code: unknown): code is DomainErrorCode {
  return typeof code === 'string' && Object.prototype.hasOwnProperty.call(known, code)
}

function toDomainError(details: unknown): DomainError | null {
  if (typeof details !== 'object' || details === null) return null
  const { code, ...values } = details as Record<string, unknown>
  return isKnown(code) ? new DomainError(code, plainValues(values)) : null
}

function plainValues(values: Record<string, unknown>): Record<string, string | number> {
  const plain = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number'
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => plain(entry[1])),
  )
}
