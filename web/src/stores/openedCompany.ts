import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Company } from '#shared/domain/company.ts'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { hasRole } from '#shared/domain/member.ts'
import type { Member } from '#shared/domain/member.ts'
import type { User } from '#shared/domain/user.ts'
import { watchCompany, watchMember } from '#web/firebase/membership.ts'
import type { DocumentListener } from '#web/firebase/watchDocument.ts'
import { companyAccess } from './companyAccess.ts'
import type { CompanyAccess } from './companyAccess.ts'
import { rememberCompany } from './lastCompany.ts'

export interface OpenedCompany {
  readonly companyId: Ref<CompanyId | null>
  readonly company: ShallowRef<Company | null | undefined>
  readonly member: ShallowRef<Member | null | undefined>
  readonly access: Ref<CompanyAccess>
  /** What the company was called when it was last seen; a removed member sees it no more. */
  readonly lastName: Ref<string>
  readonly isAdmin: ComputedRef<boolean>
  openCompany(id: CompanyId, userId: UserId): void
  leaveCompany(): void
}

export type Listen = <T>(next: (value: T | null) => void) => DocumentListener<T>

interface Person {
  readonly listen: Listen
  readonly user: Readonly<ShallowRef<User | null | undefined>>
  /** Whether he is removed, or merely signed out elsewhere, stands there. */
  askAccount(): void
}

/** The company a person works in and what he is there, both live; `undefined` while unknown. */
export function openedCompany({ listen, user, askAccount }: Person): OpenedCompany {
  const companyId = ref<CompanyId | null>(null)
  const company = shallowRef<Company | null>()
  const member = shallowRef<Member | null>()
  const access = ref<CompanyAccess>('loading')
  const lastName = ref('')
  const isAdmin = computed(() => Boolean(member.value && hasRole(member.value, 'admin')))
  const stops: (() => void)[] = []

  function admit(id: CompanyId): void {
    const belongs = belongsTo(id, user.value)
    access.value = companyAccess(access.value, { member: member.value, company: company.value, belongs })
    if (access.value === 'open') rememberCompany(id)
    lastName.value = company.value?.name ?? lastName.value
  }

  watch(user, () => companyId.value && admit(companyId.value), { flush: 'sync' })
  function follow<T>(id: CompanyId, target: ShallowRef<T | null | undefined>): DocumentListener<T> {
    return listen((value) => {
      target.value = value
      admit(id)
      if (value === null && access.value === 'open') askAccount()
    })
  }

  function leaveCompany(): void {
    for (const stop of stops.splice(0)) stop()
    companyId.value = null
    company.value = undefined
    member.value = undefined
    access.value = 'loading'
    lastName.value = ''
  }

  function openCompany(id: CompanyId, userId: UserId): void {
    if (companyId.value === id) return
    leaveCompany()
    companyId.value = id
    stops.push(watchMember(id, userId, follow(id, member)), watchCompany(id, follow(id, company)))
  }

  return { companyId, company, member, access, lastName, isAdmin, openCompany, leaveCompany }
}

function belongsTo(id: CompanyId, user: User | null | undefined): boolean | undefined {
  return user === undefined ? undefined : (user?.companyIds.includes(id) ?? false)
}
