import type { OutboundMessage } from '../adapter.ts'

/** The member's name on a line of its own; left out where the channel's limit leaves no room for it. */
export function signed(
  { authorName, text }: Pick<OutboundMessage, 'authorName' | 'text'>,
  maxLength: number,
): string {
  const withName = `${authorName}\n${text}`
  return authorName && withName.length <= maxLength ? withName : text
}
