import { computed, onScopeDispose, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { changeChannel } from '#web/firebase/callables.ts'
import { followChannels } from '#web/firebase/channels.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'
import { followTeams } from '#web/firebase/teams.ts'
import type { CompanyTeam } from '#web/firebase/teams.ts'
import { automationChanges, isWhole, toAutomationForm } from './automationForm.ts'
import type { Automation, AutomationForm } from './automationForm.ts'

export interface AutomationEditing {
  /** Those that are connected; null until known. */
  readonly channels: ComputedRef<readonly CompanyChannel[] | null>
  readonly teams: ShallowRef<readonly CompanyTeam[]>
  readonly isChanged: ComputedRef<boolean>
  readonly isWhole: ComputedRef<boolean>
  formOf(channel: CompanyChannel): AutomationForm
  edit(channelId: ChannelId, form: AutomationForm): void
  discard(): void
  /** Stores what is changed, channel after channel; what was stored before one failed stays stored. */
  save(): Promise<void>
}

/** What the company's channels do by themselves, live, and what an admin is changing of it. */
export function useAutomation(companyId: CompanyId): AutomationEditing {
  const known = shallowRef<ReadonlyMap<ChannelId, CompanyChannel> | null>(null)
  const teams = shallowRef<readonly CompanyTeam[]>([])
  const edits = shallowRef<ReadonlyMap<ChannelId, AutomationForm>>(new Map())
  const note = (changed: readonly CompanyChannel[]) =>
    (known.value = new Map([...(known.value ?? []), ...changed.map((each) => [each.id, each] as const)]))
  const stops = [followChannels(companyId, note), followTeams(companyId, (all) => (teams.value = all))]
  onScopeDispose(() => {
    for (const stop of stops) stop()
  })

  const channels = computed(
    () => known.value && [...known.value.values()].filter(({ state }) => state === 'active'),
  )
  const changes = computed(() =>
    [...edits.value].flatMap(([id, form]) => {
      const channel = known.value?.get(id)
      const changed = channel ? automationChanges(form, channel) : {}
      return channel && Object.keys(changed).length > 0 ? [{ channel, changed }] : []
    }),
  )
  const areWhole = computed(() => [...edits.value.values()].every(isWhole))

  async function store(channel: CompanyChannel, changed: Partial<Automation>): Promise<void> {
    await changeChannel({ companyId, channelId: channel.id, ...changed })
    note([{ ...channel, ...changed }])
  }

  return {
    channels,
    teams,
    isChanged: computed(() => changes.value.length > 0 || !areWhole.value),
    isWhole: areWhole,
    formOf: (channel) => edits.value.get(channel.id) ?? toAutomationForm(channel),
    edit: (channelId, form) => (edits.value = new Map([...edits.value, [channelId, form]])),
    discard: () => (edits.value = new Map()),
    async save() {
      for (const { channel, changed } of changes.value) await store(channel, changed)
      edits.value = new Map()
    },
  }
}
