import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { ConversationId } from '#shared/domain/ids.ts'
import type { InboxCompanies, InboxContext } from '#web/features/inbox/inboxContext.ts'

/** Companies of one list, in Moscow, whose member is Ольга; what she has muted may change. */
export function someInboxCompanies(
  muted: Ref<ReadonlySet<ConversationId>> = shallowRef(new Set()),
  ids: readonly string[] = ['company-1'],
): InboxCompanies {
  const all = ids.map((id): InboxContext => ({
    companyId: companyIdSchema.parse(id),
    companyName: shallowRef('Тёплый дом'),
    timeZone: shallowRef('Europe/Moscow'),
    member: shallowRef({ id: userIdSchema.parse('olga'), name: 'Ольга Нечаева', isAdmin: true }),
    channels: shallowRef(new Map()),
    channelCount: shallowRef(1),
    muted,
    members: shallowRef(new Map()),
    teams: shallowRef([]),
    nameOf: () => 'Ирина Лаптева',
    pictureOf: () => '',
    teamNameOf: () => 'Продажи',
    readTeams: () => undefined,
    mentions: shallowRef(new Map()),
    seeMention: () => undefined,
  }))
  return {
    isAll: all.length > 1,
    all,
    handled: new Set(),
    of(companyId) {
      const inbox = all.find((each) => each.companyId === companyId)
      if (!inbox) throw new Error(`the list shows nothing of ${companyId}`)
      return inbox
    },
  }
}
