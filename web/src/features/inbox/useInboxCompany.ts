import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { isTimeZone } from '#shared/domain/timeZone.ts'
import { followMutes } from '#web/firebase/mutes.ts'
import { followTeams } from '#web/firebase/teams.ts'
import type { CompanyTeam } from '#web/firebase/teams.ts'
import type { InboxContext } from './inboxContext.ts'
import { useChannels } from './useChannels.ts'
import { useDraftSync } from './useDraftSync.ts'
import { useMembers } from './useMembers.ts'
import { useMentions } from './useMentions.ts'
import { OWN_ZONE } from '#web/ui/zonedTime.ts'

/** A company as the page knows it, and how its member sees the conversations. */
export interface InboxCompany {
  readonly id: CompanyId
  readonly name: string
  /** An IANA name. */
  readonly timeZone: string
  readonly isAdmin: boolean
  readonly sights: readonly Sight[]
}

interface Here {
  readonly id: CompanyId
  readonly name: Readonly<Ref<string>>
  readonly timeZone: Readonly<Ref<string>>
  readonly member: Readonly<Ref<{ readonly id: UserId; readonly name: string; readonly isAdmin: boolean }>>
}

/** What the inbox of one company follows beside its conversations. */
export function useInboxCompany({ id: companyId, name, timeZone, member }: Here): InboxContext {
  const channels = useChannels(companyId)
  const { teams, readTeams } = useTeams(companyId)
  const muted = shallowRef<ReadonlySet<ConversationId>>(new Set())
  onScopeDispose(followMutes(companyId, member.value.id, (ids) => (muted.value = ids)))
  useDraftSync(companyId, member.value.id)
  return {
    companyId,
    companyName: name,
    // An old browser does not know the newest names.
    timeZone: computed(() => (isTimeZone(timeZone.value) ? timeZone.value : OWN_ZONE)),
    member,
    channels: channels.byId,
    channelCount: channels.count,
    muted,
    teams,
    readTeams,
    teamNameOf(teamId) {
      readTeams()
      return teams.value.find(({ id }) => id === teamId)?.name ?? ''
    },
    ...useMentions(companyId, member.value.id),
    ...useMembers(companyId),
  }
}

/** Read when somebody first asks: most companies have none. */
function useTeams(companyId: CompanyId) {
  const teams = shallowRef<readonly CompanyTeam[]>([])
  let stop: (() => void) | undefined
  onScopeDispose(() => stop?.())
  return {
    teams,
    readTeams() {
      stop ??= followTeams(companyId, (changed) => (teams.value = changed))
    },
  }
}
