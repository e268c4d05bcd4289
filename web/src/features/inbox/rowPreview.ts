import type { ConversationRow } from '#web/firebase/conversations.ts'
import { clockLength } from './clockLength.ts'
import { t } from './messages.ts'

export interface RowPreview {
  readonly tone: 'plain' | 'failed' | 'draft' | 'placeholder'
  /** Who wrote, or «Черновик:»; '' for the contact. */
  readonly prefix: string
  readonly text: string
  /** What the message is when it is not text: says which icon stands before it. */
  readonly icon: 'image' | 'voice' | 'document' | 'draft' | 'failed' | null
}

/** What stands in a row's second line: failed, else draft, else the last message. */
export function rowPreview(
  row: Pick<ConversationRow, 'lastMessage'>,
  draft: string,
  memberId: string,
): RowPreview {
  const last = row.lastMessage
  if (last?.deliveryStatus === 'failed') {
    return { tone: 'failed', prefix: '', text: t('notSent', { text: bodyOf(last) }), icon: 'failed' }
  }
  if (draft) return { tone: 'draft', prefix: t('draft'), text: draft, icon: 'draft' }
  if (!last) return { tone: 'placeholder', prefix: '', text: t('noMessages'), icon: null }
  if (last.isDeleted) return { tone: 'placeholder', prefix: '', text: t('deletedHere'), icon: null }
  return { tone: 'plain', prefix: prefixOf(last, memberId), text: bodyOf(last), icon: iconOf(last.kind) }
}

type Last = NonNullable<ConversationRow['lastMessage']>
type Body = Pick<Last, 'kind' | 'text'> & { readonly duration?: number | undefined }

function prefixOf({ direction, authorId, authorName }: Last, memberId: string): string {
  if (direction === 'inbound') return ''
  if (authorId === memberId) return t('byYou')
  return authorName ? t('byColleague', { name: firstWord(authorName) }) : ''
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name
}

/** A text, or what the message is instead of one. */
export function bodyOf({ kind, text, duration }: Body): string {
  if (kind === 'sticker') return [text, t(kind)].filter(Boolean).join(' ')
  if (kind === 'location' || kind === 'contact') return [t(kind), text].filter(Boolean).join(': ')
  if (text) return text
  return duration ? `${t(kind)}, ${clockLength(duration)}` : t(kind)
}

function iconOf(kind: Last['kind']): RowPreview['icon'] {
  if (kind === 'image' || kind === 'video' || kind === 'sticker') return 'image'
  if (kind === 'voice' || kind === 'audio') return 'voice'
  return kind === 'document' ? 'document' : null
}
