import { HttpsError, onCall } from 'firebase-functions/https'
import type { CallableFunction, CallableRequest } from 'firebase-functions/https'
import { logger } from 'firebase-functions'
import * as z from 'zod/mini'
import type { CallableContract } from '#shared/api/contract.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { hasRole } from '#shared/domain/member.ts'
import type { Member, Role } from '#shared/domain/member.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { codesKey, credentialsKey, filesKey } from '#functions/platform/config.ts'
import { clientAddress } from '#functions/platform/clientAddress.ts'
import { readMember } from '#functions/members/readMember.ts'

/** Who may call: anybody, any signed-in person, or the least role in the company the request names. */
export type Access = 'anybody' | 'signedIn' | Role

/** The caller as far as his access demanded it; '' and undefined where it did not. */
export interface Caller {
  readonly uid: UserId
  readonly phone: string
  readonly address: string
  readonly member: Member | undefined
}

/** A callable cannot be built without a schema and an answer to "who may". */
export function defineCallable<Request, Response>(
  contract: CallableContract<Request, Response>,
  access: Access,
  handle: (request: Request, caller: Caller) => Promise<Response>,
): CallableFunction<unknown, Promise<Response>> {
  const options = { cors: true, secrets: [credentialsKey, filesKey, codesKey] }
  return onCall(options, async (call) => {
    try {
      const request = readRequest(contract, call.data)
      return await handle(request, await identify(call, access))
    } catch (error) {
      throw toHttpsError(contract.name, error)
    }
  })
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
  const phone = typeof call.auth?.token['phone'] === 'string' ? call.auth.token['phone'] : ''
  const uid = userIdSchema.safeParse(call.auth?.uid)
  if (access === 'anybody') return { uid: userIdSchema.parse('anybody'), phone, address, member: undefined }
  if (!uid.success || uid.data.startsWith('visitor_')) throw new AccessError()
  if (access === 'signedIn') return { uid: uid.data, phone, address, member: undefined }
  return { uid: uid.data, phone, address, member: await memberFor(call, uid.data, access) }
}

const namesCompany = z.object({ companyId: companyIdSchema })

async function memberFor(call: CallableRequest<unknown>, userId: UserId, role: Role): Promise<Member> {
  const { companyId } = namesCompany.parse(call.data)
  const member = await readMember(companyId, userId)
  const signedInAt = (call.auth?.token.auth_time ?? 0) * SECOND_MS
  if (!member || !hasRole(member, role) || signedInAt < member.sessionsValidAfterAt) throw new AccessError()
  return member
}

/** The one place where an error becomes a callable's answer. */
function toHttpsError(name: string, error: unknown): HttpsError {
  if (error instanceof HttpsError) return error
  if (error instanceof AccessError) return new HttpsError('permission-denied', 'denied', { code: 'denied' })
  if (error instanceof DomainError) {
    return new HttpsError('failed-precondition', error.code, { code: error.code, ...error.details })
  }
  if (error instanceof InvalidInputError)
    return new HttpsError('invalid-argument', 'invalid', { code: 'invalidInput' })
  logger.error(`callable ${name} failed`, { error: error instanceof Error ? error.stack : String(error) })
  return new HttpsError('internal', 'internal', { code: 'internal' })
}
