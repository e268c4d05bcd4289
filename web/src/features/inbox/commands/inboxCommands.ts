import {
  mdiAccountArrowRightOutline,
  mdiAccountCheckOutline,
  mdiArchiveArrowDownOutline,
  mdiArchiveArrowUpOutline,
  mdiArrowDown,
  mdiArrowUp,
  mdiBellOffOutline,
  mdiDockRight,
  mdiFilterVariant,
  mdiMagnify,
  mdiMessageCheckOutline,
  mdiMessagePlusOutline,
  mdiNoteTextOutline,
  mdiReply,
} from '@mdi/js'
import { inboxFilters } from '#shared/domain/view.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { Command } from '#web/stores/commands.ts'
import { t as inboxText } from '../messages.ts'
import type { InboxKeys } from '../useInboxKeys.ts'
import { t } from './messages.ts'

function act(id: string, name: string, icon: string, shortcut: string, run: () => unknown): Command {
  return {
    id,
    group: 'actions',
    name,
    icon,
    shortcut,
    run: () => void run(),
  }
}

/** What can be done in the inbox now: to the open conversation first, then what needs none. */
export function inboxCommands(keys: InboxKeys): Command[] {
  const row = keys.openRow()
  return [...(row ? conversationCommands(row, keys) : []), ...listCommands(keys)]
}

function conversationCommands(
  { state, unanswered, unreadCount }: ConversationRow,
  keys: InboxKeys,
): Command[] {
  const isArchived = state === 'archived'
  const icon = isArchived ? mdiArchiveArrowUpOutline : mdiArchiveArrowDownOutline
  const answered = act(
    'markAnswered',
    inboxText('markAnswered'),
    mdiMessageCheckOutline,
    'U',
    keys.markAnswered,
  )
  return [
    act('reply', t('reply'), mdiReply, 'R', keys.reply),
    act('assignToMe', inboxText('assignToMe'), mdiAccountCheckOutline, 'I', keys.assignToMe),
    act('assign', t('assign'), mdiAccountArrowRightOutline, 'A', keys.assign),
    ...(unanswered || unreadCount > 0 ? [answered] : []),
    act('archive', inboxText(isArchived ? 'reopen' : 'archive'), icon, 'E', keys.archive),
    act('note', t('note'), mdiNoteTextOutline, 'N', keys.note),
    act('mute', t('mute'), mdiBellOffOutline, 'M', keys.mute),
    act('searchThread', t('searchThread'), mdiMagnify, 'Ctrl F', keys.searchThread),
    act('card', inboxText('card'), mdiDockRight, 'D', keys.toggleCard),
    act('next', t('next'), mdiArrowDown, 'Alt ↓', () => keys.openNeighbour(1)),
    act('previous', t('previous'), mdiArrowUp, 'Alt ↑', () => keys.openNeighbour(-1)),
  ]
}

function listCommands(keys: InboxKeys): Command[] {
  const newMessage: Command = {
    ...act('newMessage', inboxText('newMessage'), mdiMessagePlusOutline, 'C', () => undefined),
    run: keys.newMessage,
  }
  const filters = inboxFilters.map((filter, at) => ({
    id: `filter-${filter}`,
    group: 'actions' as const,
    name: t('filter', { name: inboxText(filter) }),
    icon: mdiFilterVariant,
    ...(at < 8 && { shortcut: `Shift ${String(at + 1)}` }),
    run() {
      keys.chooseFilter(at)
    },
  }))
  return [newMessage, ...filters]
}
