import { Timestamp, query, startAt } from 'firebase/firestore'
import type { Query, QueryDocumentSnapshot } from 'firebase/firestore'
import { auditEntrySchema } from '#shared/domain/auditEntry.ts'
import type { AuditEntry, AuditKind } from '#shared/domain/auditEntry.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { QueryName } from '#shared/firestore/queries.ts'
import * as z from 'zod/mini'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyAuditEntry = AuditEntry & { readonly id: string }

/** Which entries; '' is any member, null any kind. `untilAt` null: up to now. */
export interface AuditSelection {
  readonly kind: AuditKind | null
  readonly by: string
  readonly sinceAt: number
  readonly untilAt: number | null
}

function read(snapshot: QueryDocumentSnapshot): CompanyAuditEntry | null {
  return readDocument(auditEntrySchema, z.string(), snapshot)
}

function shapeOf({ kind, by }: AuditSelection): { name: QueryName; equals: readonly string[] } {
  if (kind && by) return { name: 'auditOfKindAndMember', equals: [kind, by] }
  if (kind) return { name: 'auditOfKind', equals: [kind] }
  return by ? { name: 'auditOfMember', equals: [by] } : { name: 'audit', equals: [] }
}

/** Newest first, so the end of the span is where reading starts. */
function selected(companyId: CompanyId, selection: AuditSelection): Query {
  const { name, equals } = shapeOf(selection)
  const from = webQuery(name, { companyId }, { equals, rangeAt: selection.sinceAt })
  return selection.untilAt === null ? from : query(from, startAt(Timestamp.fromMillis(selection.untilAt)))
}

/** One page of who did what; admins only. */
export function fetchAudit(
  companyId: CompanyId,
  selection: AuditSelection,
  { size, after }: { readonly size: number; readonly after: Cursor | null },
): Promise<Page<CompanyAuditEntry>> {
  return fetchPage(selected(companyId, selection), { size, after, read })
}
