import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { commitTime, without } from '#functions/store/firestore.ts'
import { tagIdOf } from './tagIdOf.ts'

/** Below what one commit takes, and over before anybody has waited for its locks. */
const BATCH = 100

interface Deleting {
  readonly companyId: CompanyId
  readonly name: string
}

/**
 * Deletes a tag; then, batch after batch, contacts and their rows lose it, and saved views narrow by it no longer.
 * Broken off in between, it is called again and goes on where it was. Throws `notFound`.
 */
export async function deleteTag(deleting: Deleting, actor: Actor, now = Date.now()): Promise<null> {
  const wasThere = await deleteDocument(deleting, actor, now)
  const taken = [
    await untilNone(() => takeFromContacts(deleting)),
    await untilNone(() => takeFromConversations(deleting)),
    await untilNone(() => takeFromViews(deleting)),
  ]
  if (!wasThere && taken.every((count) => count === 0)) throw new DomainError('notFound')
  return null
}

function deleteDocument({ companyId, name }: Deleting, actor: Actor, now: number): Promise<boolean> {
  const place = ['tags', { companyId, tagId: tagIdOf(name) }] as const
  return contendedTransaction(async (unit) => {
    const tag = await unit.get(...place)
    if (!tag) return false
    unit.delete(...place)
    writeAudit(unit, companyId, { kind: 'tagDeleted', ...actor, subject: tag.name }, now)
    return true
  })
}

async function untilNone(take: () => Promise<number>): Promise<number> {
  let taken = 0
  for (;;) {
    const more = await take()
    if (more === 0) return taken
    taken += more
  }
}

function takeFromContacts({ companyId, name }: Deleting): Promise<number> {
  return contendedTransaction(async (unit) => {
    const contacts = await unit.find('contactsOfTag', { equals: [name] }, BATCH, { companyId })
    for (const { id: contactId } of contacts) {
      unit.update(['contacts', { companyId, contactId }], { tags: without(name) })
    }
    return contacts.length
  })
}

function takeFromConversations({ companyId, name }: Deleting): Promise<number> {
  return contendedTransaction(async (unit) => {
    const rows = await unit.find('conversationsOfTag', { equals: [name] }, BATCH, { companyId })
    for (const { id: conversationId } of rows) {
      const change = { tags: without(name), updatedAt: commitTime() }
      unit.update(['conversations', { companyId, conversationId }], change)
    }
    return rows.length
  })
}

function takeFromViews({ companyId, name }: Deleting): Promise<number> {
  return contendedTransaction(async (unit) => {
    const views = await unit.find('viewsOfTag', { equals: [name] }, BATCH, { companyId })
    for (const { id: viewId } of views) {
      unit.update(['views', { companyId, viewId }], { 'narrowing.tag': '' })
    }
    return views.length
  })
}
