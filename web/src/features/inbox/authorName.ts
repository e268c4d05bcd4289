import type { Message } from '#shared/domain/message.ts'
import { t } from './thread/messages.ts'

/** Who wrote a message, for members: what the channel itself answered is nobody's. */
export function authorName({ author }: Pick<Message, 'author'>): string {
  return author.type === 'system' ? t('autoReply') : author.name
}
