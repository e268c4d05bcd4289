import * as z from 'zod/mini'
import { conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { seal, unseal } from '#functions/platform/sealing.ts'

const placeSchema = z.object({ conversationId: conversationIdSchema, messageId: messageIdSchema })
type Place = z.infer<typeof placeSchema>

/** Whose search it is: another's goes on from nowhere. */
export interface Searcher {
  readonly companyId: CompanyId
  readonly uid: UserId
}

const contextOf = ({ companyId, uid }: Searcher) => `search/${companyId}/${uid}`
const key = () => Buffer.from(credentialsKey.value(), 'base64')

/** Where a search goes on from, sealed: the message it names may be one its searcher does not see. */
export function sealCursor(searcher: Searcher, { conversationId, messageId }: Place): string {
  return seal({ conversationId, messageId }, contextOf(searcher), key())
}

/** Throws InvalidInputError for what is not of ours, or was made for another. */
export function openCursor(searcher: Searcher, sealed: string): Place {
  try {
    return placeSchema.parse(unseal(sealed, contextOf(searcher), key()))
  } catch {
    throw new InvalidInputError(['after: not ours'])
  }
}
