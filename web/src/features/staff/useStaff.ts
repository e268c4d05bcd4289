import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { followInvitations } from '#web/firebase/invitations.ts'
import type { CompanyInvitation } from '#web/firebase/invitations.ts'
import { followActivity, followMembers } from '#web/firebase/members.ts'
import type { CompanyMember } from '#web/firebase/members.ts'
import { followTeams } from '#web/firebase/teams.ts'
import type { CompanyTeam } from '#web/firebase/teams.ts'

export interface Staff {
  /** Null until known, here and below. */
  readonly members: ShallowRef<readonly CompanyMember[] | null>
  readonly teams: ShallowRef<readonly CompanyTeam[] | null>
  readonly invitations: ShallowRef<readonly CompanyInvitation[] | null>
  readonly lastSeenAt: ShallowRef<ReadonlyMap<UserId, number>>
  readonly isLastAdmin: ComputedRef<(member: CompanyMember) => boolean>
  /** Moves once a minute. */
  readonly now: Readonly<Ref<number>>
}

/** Who works in a company and who is asked to, live; for admins. */
export function useStaff(companyId: CompanyId): Staff {
  const members = shallowRef<readonly CompanyMember[] | null>(null)
  const teams = shallowRef<readonly CompanyTeam[] | null>(null)
  const invitations = shallowRef<readonly CompanyInvitation[] | null>(null)
  const lastSeenAt = shallowRef<ReadonlyMap<UserId, number>>(new Map())
  const now = ref(Date.now())

  const stops = [
    followMembers(companyId, (all) => (members.value = all)),
    followTeams(companyId, (all) => (teams.value = all)),
    followInvitations(companyId, (all) => (invitations.value = all)),
    followActivity(companyId, (all) => {
      lastSeenAt.value = new Map(all.map((each) => [each.id, each.lastSeenAt]))
      now.value = Date.now()
    }),
  ]
  const timer = setInterval(() => (now.value = Date.now()), MINUTE_MS)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const stop of stops) stop()
  })

  const adminCount = computed(() => (members.value ?? []).filter(({ role }) => role === 'admin').length)
  const isLastAdmin = computed(
    () => (member: CompanyMember) => member.role === 'admin' && adminCount.value === 1,
  )
  return { members, teams, invitations, lastSeenAt, isLastAdmin, now }
}
