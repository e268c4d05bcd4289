import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { fetchMembers } from '#web/firebase/members.ts'
import type { CompanyMember } from '#web/firebase/members.ts'
import { t } from './messages.ts'

/** Rows come first. */
const FIRST_READ_AFTER_MS = 300

interface Members {
  readonly members: Readonly<ShallowRef<ReadonlyMap<string, CompanyMember>>>
  nameOf(userId: string): string
  /** Where his picture is stored; '' for none. */
  pictureOf(userId: string): string
}

/** Names and pictures of colleagues: read once, and again when somebody unknown turns up. */
export function useMembers(companyId: CompanyId): Members {
  const members = shallowRef<ReadonlyMap<string, CompanyMember>>(new Map())
  let readAt = Date.now()

  async function read() {
    readAt = Date.now()
    const found = await fetchMembers(companyId).catch(() => null)
    if (found) members.value = new Map(found.map((member) => [member.id, member]))
  }

  const timer = setTimeout(() => void read(), FIRST_READ_AFTER_MS)
  onScopeDispose(() => {
    clearTimeout(timer)
  })

  return {
    members,
    nameOf(userId) {
      const member = members.value.get(userId)
      if (!member && userId && Date.now() - readAt > MINUTE_MS) void read()
      return member?.name ?? t('colleague')
    },
    pictureOf: (userId) => members.value.get(userId)?.avatar ?? '',
  }
}
