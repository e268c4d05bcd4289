import * as z from 'zod/mini'
import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { isKept, ownKey } from './keptPerson.ts'

/** Forgotten with the company, and with everything when the person signs out. */
const STORED = 'pact.recent.'
const KEPT = 5

const recentSchema = z.object({
  companyId: companyIdSchema,
  conversationId: conversationIdSchema,
  contactId: z.string(),
  name: z.string(),
  openedAt: z.int(),
})
export type RecentConversation = z.infer<typeof recentSchema>

function keyOf(companyId: CompanyId): string {
  return ownKey(STORED) + companyId
}

function read(companyId: CompanyId): readonly RecentConversation[] {
  try {
    return z.array(recentSchema).parse(JSON.parse(localStorage.getItem(keyOf(companyId)) ?? '[]'))
  } catch {
    return []
  }
}

export function noteOpened(opened: RecentConversation): void {
  if (!isKept()) return
  const others = read(opened.companyId).filter(
    ({ conversationId }) => conversationId !== opened.conversationId,
  )
  localStorage.setItem(keyOf(opened.companyId), JSON.stringify([opened, ...others].slice(0, KEPT)))
}

/** Those opened last in these companies, the last one first. */
export function recentConversations(companyIds: readonly CompanyId[]): RecentConversation[] {
  return companyIds
    .flatMap(read)
    .sort((a, b) => b.openedAt - a.openedAt)
    .slice(0, KEPT)
}
