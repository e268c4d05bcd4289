import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { hashToken } from '#functions/platform/hashToken.ts'
import { seal, unseal } from '#functions/platform/sealing.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { auditInCompanies } from './auditInCompanies.ts'
import { demandRecentSignIn } from './demandRecentSignIn.ts'

/** As the public API's users know it: 41 lower-case hexadecimal digits. */
const TOKEN_LENGTH = 41

const ROTATIONS = { name: 'private tokens per person', max: 10, windowMs: HOUR_MS }

type Secrets = DocumentOf<'userSecrets'>
const NO_SECRETS: Secrets = { sealedToken: '', tokenHash: '', referralCode: '', referredBy: '' }

const secretsOf = (userId: UserId) => ['userSecrets', { userId, document: 'api' }] as const

/** Shows a person's key to the public API, made when first asked for. Throws `signInTooOld`. */
export function readApiToken(
  userId: UserId,
  signedInAt: number,
  now = Date.now(),
): Promise<{ token: string }> {
  demandRecentSignIn(signedInAt, now)
  return contendedTransaction(async (unit) => {
    const secrets = (await unit.get(...secretsOf(userId))) ?? NO_SECRETS
    return { token: openToken(userId, secrets) ?? keepNewToken(unit, userId, secrets, now) }
  })
}

/** A new key; the old one opens nothing from now on. Throws `signInTooOld` or `tooManyAttempts`. */
export async function rotateApiToken(
  userId: UserId,
  signedInAt: number,
  address: string,
  now = Date.now(),
): Promise<{ token: string }> {
  demandRecentSignIn(signedInAt, now)
  await countAttempt(ROTATIONS, userId, now)
  return contendedTransaction(async (unit) => {
    const [user, known] = await unit.getAll(['users', { userId }], secretsOf(userId))
    if (!user) throw new DomainError('notFound')
    const secrets = known ?? NO_SECRETS
    if (secrets.tokenHash !== '') unit.delete('apiTokens', { tokenHash: secrets.tokenHash })
    const token = keepNewToken(unit, userId, secrets, now)
    const deed = { kind: 'apiTokenRotated', by: userId, byName: user.name, subject: user.name } as const
    auditInCompanies(unit, user.companyIds, { ...deed, address }, now)
    return { token }
  })
}

function openToken(userId: UserId, { sealedToken }: Secrets): string | undefined {
  if (sealedToken === '') return undefined
  return z.string().parse(unseal(sealedToken, contextOf(userId), sealingKey()))
}

/** Sealed for showing it again, hashed for finding its person; as it is, it lies nowhere. */
function keepNewToken(unit: StoreTransaction, userId: UserId, secrets: Secrets, now: number): string {
  const token = randomBytes(Math.ceil(TOKEN_LENGTH / 2))
    .toString('hex')
    .slice(0, TOKEN_LENGTH)
  const tokenHash = hashToken(token)
  const sealedToken = seal(token, contextOf(userId), sealingKey())
  unit.set(secretsOf(userId), { ...secrets, sealedToken, tokenHash })
  unit.create(['apiTokens', { tokenHash }], { userId, createdAt: now })
  return token
}

const contextOf = (userId: UserId): string => documentPath(...secretsOf(userId))
const sealingKey = (): Buffer => Buffer.from(credentialsKey.value(), 'base64')
