import { HttpsError, onCall } from 'firebase-functions/https'
import type { CallableFunction, CallableOptions, CallableRequest } from 'firebase-functions/https'
import { logger } from 'firebase-functions'
import * as z from 'zod/mini'
import type { CallableContract, ProviderRefusalCode } from '#shared/api/contract.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { hasRole } from '#shared/domain/member.ts'
import type { Member, Role } from '#shared/domain/member.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { readUser } from '#functions/account/readUser.ts'
import { codesKey, credentialsKey, filesKey } from '#functions/platform/config.ts'
import { clientAddress } from '#functions/platform/clientAddress.ts'
import { readMember } from '#functions/members/readMember.ts'
import { answerQuickly } from './answerQuickly.ts'

/** Who may call: anybody, any signed-in person, or the least role in the company the request names. */
export type Access = 'anybody' | 'signedIn' | Role

/** The caller as far as his access demanded it; '' and undefined where it did not. */
export interface Caller {
  readonly uid: UserId
  readonly address: string
  /** When this sign-in began; 0 for anybody. */
  readonly signedInAt: number
  readonly member: Member | undefined
}

/** What a heavy callable needs beyond the others. */
export type Room = Pick<CallableOptions, 'memory' | 'concurrency' | 'secrets' | 'timeoutSeconds'>

/** A callable cannot be built without a schema and an answer to "who may". */
export function defineCallable<Request, Response>(
  contract: CallableContract<Request, Response>,
  access: Access,
  handle: (request: Request, caller: Caller) => Promise<Response>,
  room: Room = {},
): CallableFunction<unknown, Promise<Response>> {
  const secrets = [credentialsKey, filesKey, codesKey, ...(room.secrets ?? [])]
  const options = { ...room, cors: true, secrets }
  const callable = onCall(options, async (call) => {
    try {
      const request = readRequest(contract, call.data)
      return await handle(request, await identify(call, access))
    } catch (error) {
      throw toHttpsError(contract.name, access, error)
    }
  })
  return answerQuickly(callable)
}

/** What else does not fit its schema, a stored document say, is no fault of the caller's. */
function readRequest<Request, Response>(
  contract: CallableContract<Request, Response>,
  data: unknown,
): Request {
  const read = contract.request.safeParse(data)
  if (read.success) return read.data
  throw new InvalidInputError(read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`))
}

/** Missing, foreign and forbidden look the same to the caller. */
class AccessError extends Error {
  override readonly name = 'AccessError'
}

async function identify(call: CallableRequest<unknown>, access: Access): Promise<Caller> {
  const address = clientAddress(call.rawRequest)
  const known = { address, member: undefined }
  if (access === 'anybody') return { ...known, uid: userIdSchema.parse('anybody'), signedInAt: 0 }
  const uid = userIdSchema.safeParse(call.auth?.uid)
  if (!uid.success || uid.data.startsWith('visitor_')) throw new AccessError()
  const caller = { ...known, uid: uid.data, signedInAt: (call.auth?.token.auth_time ?? 0) * SECOND_MS }
  if (access !== 'signedIn') return { ...caller, member: await memberFor(call.data, caller, access) }
  await demandAccount(caller)
  return caller
}

type SignIn = Pick<Caller, 'uid' | 'signedInAt'>

/** The person is there still, and has not signed out everywhere since. */
async function demandAccount({ uid, signedInAt }: SignIn): Promise<void> {
  const user = await readUser(uid)
  if (!user || signedInAt < user.sessionsValidAfterAt) throw new AccessError()
}

const namesCompany = z.object({ companyId: companyIdSchema })

async function memberFor(request: unknown, { uid, signedInAt }: SignIn, role: Role): Promise<Member> {
  const { companyId } = namesCompany.parse(request)
  const member = await readMember(companyId, uid)
  if (!member || !hasRole(member, role) || signedInAt < member.sessionsValidAfterAt) throw new AccessError()
  return member
}

/** A provider's own words are for members: what an SMS gateway says of us is no stranger's business. */
function providerRefusal(name: string, access: Access, error: ProviderError): HttpsError {
  const { code: providerCode, reason, detail } = error
  logger.warn(`callable ${name}: a provider did not do it`, { providerCode, reason, detail })
  const isPassing = ['rateLimited', 'unreachable', 'uncertain'].includes(providerCode)
  const code: ProviderRefusalCode = isPassing ? 'providerUnavailable' : 'providerRefused'
  const told = access === 'anybody' ? { code, reason } : { code, reason, detail }
  return new HttpsError(isPassing ? 'unavailable' : 'failed-precondition', code, told)
}

/** The one place where an error becomes a callable's answer. */
function toHttpsError(name: string, access: Access, error: unknown): HttpsError {
  if (error instanceof HttpsError) return error
  if (error instanceof ProviderError) return providerRefusal(name, access, error)
  if (error instanceof AccessError) return new HttpsError('permission-denied', 'denied', { code: 'denied' })
  if (error instanceof DomainError) {
    return new HttpsError('failed-precondition', error.code, { code: error.code, ...error.details })
  }
  if (error instanceof InvalidInputError)
    return new HttpsError('invalid-argument', 'invalid', { code: 'invalidInput' })
  logger.error(`callable ${name} failed`, { error: error instanceof Error ? error.stack : String(error) })
  return new HttpsError('internal', 'internal', { code: 'internal' })
}
