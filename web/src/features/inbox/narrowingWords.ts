import type { ViewNarrowing } from '#shared/domain/view.ts'
import type { InboxContext } from './inboxContext.ts'
import { t } from './messages.ts'

interface Narrowed {
  readonly field: keyof ViewNarrowing
  readonly text: string
}

/** What narrows a list, each by its name: a channel, a tag, a colleague, a team. */
export function narrowingWords(
  { channelId, tag, assigneeId, teamId }: ViewNarrowing,
  { all }: { readonly all: readonly Pick<InboxContext, 'channels' | 'members' | 'teamNameOf'>[] },
): Narrowed[] {
  const channel = all.map(({ channels }) => channels.value.get(channelId)?.name).find(Boolean)
  const member = all.map(({ members }) => members.value.get(assigneeId)?.name).find(Boolean)
  const team = teamId && all.map(({ teamNameOf }) => teamNameOf(teamId)).find(Boolean)
  const words: readonly Narrowed[] = [
    { field: 'channelId', text: channelId && (channel ?? t('channel')) },
    { field: 'tag', text: tag },
    { field: 'assigneeId', text: assigneeId && (member ?? t('colleague')) },
    { field: 'teamId', text: teamId && (team || t('team')) },
  ]
  return words.filter(({ text }) => text !== '')
}
