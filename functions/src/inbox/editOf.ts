import type { Message } from '#shared/domain/message.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { added, commitTime } from '#functions/store/firestore.ts'
import type { Changes } from '#functions/store/store.ts'

/** Earlier texts are kept up to this many: an edit war must not grow the document. */
const MAX_PREVIOUS_TEXTS = 20

/** What an edit writes, whoever made it: the new text, and the former one among the earlier. */
export function editOf(
  { text: former, previousTexts, attachments }: Pick<Message, 'text' | 'previousTexts' | 'attachments'>,
  text: string,
  editedAt: number,
): Changes<'messages'> {
  const keepsFormer = previousTexts.length < MAX_PREVIOUS_TEXTS && !previousTexts.includes(former)
  return {
    text,
    tokens: messageTokens({ text, attachments }),
    editedAt,
    updatedAt: commitTime(),
    ...(keepsFormer && { previousTexts: added(former) }),
  }
}
