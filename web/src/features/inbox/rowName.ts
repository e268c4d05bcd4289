import type { ConversationRow } from '#web/firebase/conversations.ts'
import { t } from './messages.ts'
import type { RowPreview } from './rowPreview.ts'
import type { Waiting } from './waiting.ts'

interface SpokenRow {
  readonly row: Pick<ConversationRow, 'unreadCount' | 'state' | 'blocked'>
  readonly name: string
  readonly channel: string
  readonly waiting: Waiting | null
  readonly preview: RowPreview
  readonly assignee: string
  readonly isMine: boolean
  readonly isDown: boolean
  readonly isMuted: boolean
  readonly isMentioned: boolean
  /** '' where the list is one company's. */
  readonly company: string
}

/** A row as it is read out: «Анна Светлова, Telegram, без ответа 4 минуты, 3 непрочитанных, назначен вам. Можно обменять?» */
export function rowName(spoken: SpokenRow): string {
  const { row, name, channel, waiting, preview, assignee, isMine, isDown, isMuted, isMentioned, company } =
    spoken
  const facts = [
    name,
    channel,
    isDown && t('channelDownSpoken'),
    waiting?.spoken,
    isMentioned && t('mentioned'),
    row.unreadCount > 0 && t('unreadSpoken', { count: row.unreadCount }, row.unreadCount),
    isMine && t('assignedToYouSpoken'),
    assignee && t('assignedSpoken', { name: assignee }),
    row.state === 'archived' && t('archivedSpoken'),
    row.state === 'snoozed' && t('snoozedSpoken'),
    row.blocked && t('blockedSpoken'),
    isMuted && t('mutedSpoken'),
  ]
  const said = [preview.prefix, preview.text].filter(Boolean).join(' ')
  const place = company && t('inCompany', { name: company })
  return `${facts.filter(Boolean).join(', ')}. ${[said, place].filter(Boolean).join(', ')}`
}
