import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { followMembers } from '#web/firebase/members.ts'
import type { CompanyMember } from '#web/firebase/members.ts'
import { untilNothingUrgent } from '#web/firebase/urgent.ts'
import { t } from './messages.ts'

interface Members {
  readonly members: Readonly<ShallowRef<ReadonlyMap<string, CompanyMember>>>
  nameOf(userId: string): string
  /** Where his picture is stored; '' for none. */
  pictureOf(userId: string): string
}

/** Names and pictures of colleagues as they are now. Rows come first. */
export function useMembers(companyId: CompanyId): Members {
  const members = shallowRef<ReadonlyMap<string, CompanyMember>>(new Map())
  let isOver = false
  let stop: (() => void) | undefined

  async function follow() {
    await untilNothingUrgent()
    if (isOver) return
    stop = followMembers(companyId, (found) => {
      members.value = new Map(found.map((member) => [member.id, member]))
    })
  }

  void follow()
  onScopeDispose(() => {
    isOver = true
    stop?.()
  })
  return {
    members,
    nameOf: (userId) => members.value.get(userId)?.name ?? t('colleague'),
    pictureOf: (userId) => members.value.get(userId)?.avatar ?? '',
  }
}
