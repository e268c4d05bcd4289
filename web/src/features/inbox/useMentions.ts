import { onScopeDispose, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import { followMentions, forgetMention } from '#web/firebase/mentions.ts'
import type { UnseenMention } from '#web/firebase/mentions.ts'

export interface Mentions {
  /** Notes that name the member and that he has not looked at, by conversation, the newest first. */
  readonly mentions: Readonly<Ref<ReadonlyMap<ConversationId, UnseenMention>>>
  /** He looks at the conversation. */
  seeMention(conversationId: ConversationId): void
}

async function tell(name: string): Promise<void> {
  const { tellOfMention } = await import('./notes/tellOfMention.ts')
  tellOfMention(name)
}

/** Where colleagues ask for the member; what comes while he is here is told. */
export function useMentions(companyId: CompanyId, userId: UserId): Mentions {
  const mentions = shallowRef<ReadonlyMap<ConversationId, UnseenMention>>(new Map())
  let since = Infinity

  function take(found: readonly UnseenMention[]) {
    const fresh = found.filter(({ at }) => at > since)
    since = Math.max(found[0]?.at ?? 0, since === Infinity ? 0 : since)
    mentions.value = new Map(found.map((mention) => [mention.id, mention]))
    for (const { byName } of fresh) void tell(byName)
  }

  onScopeDispose(followMentions(companyId, userId, take))
  return {
    mentions,
    seeMention(conversationId) {
      if (!mentions.value.has(conversationId)) return
      // Whoever is offline sees the sign a little longer.
      forgetMention({ companyId, conversationId }, userId).catch(() => undefined)
    },
  }
}
