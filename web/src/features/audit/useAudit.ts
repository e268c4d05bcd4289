import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { fetchAudit } from '#web/firebase/audit.ts'
import type { AuditSelection, CompanyAuditEntry } from '#web/firebase/audit.ts'
import type { Cursor } from '#web/firebase/pages.ts'

const PAGE_SIZE = 50

/** Each entry is a read that is paid for: a file is for looking into, not for moving house. */
export const FILE_MAX_ENTRIES = 5000
const FILE_PAGE_SIZE = 500

export interface Audit {
  /** Null until known. */
  readonly entries: ShallowRef<readonly CompanyAuditEntry[] | null>
  readonly hasMore: Ref<boolean>
  readonly isBusy: Ref<boolean>
  readonly isFailed: Ref<boolean>
  /** Begins anew with another selection. */
  select(selection: AuditSelection): Promise<void>
  loadMore(): Promise<void>
  /** All that is selected, up to FILE_MAX_ENTRIES. */
  readAll(): Promise<CompanyAuditEntry[]>
}

/** Who did what in a company, page by page. */
export function useAudit(companyId: CompanyId): Audit {
  const entries = shallowRef<readonly CompanyAuditEntry[] | null>(null)
  const hasMore = ref(false)
  const isBusy = ref(false)
  const isFailed = ref(false)
  let selected: AuditSelection | null = null
  let next: Cursor | null = null

  async function read(selection: AuditSelection, after: Cursor | null): Promise<void> {
    isBusy.value = true
    isFailed.value = false
    const page = await fetchAudit(companyId, selection, { size: PAGE_SIZE, after }).catch(() => null)
    // Another selection has been made meanwhile: its own answer counts.
    if (selected !== selection) return
    isBusy.value = false
    isFailed.value = page === null
    if (!page) return
    entries.value = [...(after ? (entries.value ?? []) : []), ...page.items]
    next = page.next
    hasMore.value = next !== null
  }

  return {
    entries,
    hasMore,
    isBusy,
    isFailed,
    async select(selection) {
      selected = selection
      next = null
      entries.value = null
      hasMore.value = false
      await read(selection, null)
    },
    async loadMore() {
      if (selected && next && !isBusy.value) await read(selected, next)
    },
    readAll: async () => (selected ? readAudit(companyId, selected) : []),
  }
}

async function readAudit(companyId: CompanyId, selection: AuditSelection): Promise<CompanyAuditEntry[]> {
  const all: CompanyAuditEntry[] = []
  let after: Cursor | null = null
  do {
    const page = await fetchAudit(companyId, selection, { size: FILE_PAGE_SIZE, after })
    all.push(...page.items)
    after = page.next
  } while (after && all.length < FILE_MAX_ENTRIES)
  return all.slice(0, FILE_MAX_ENTRIES)
}
