import type { OutboundMessage } from '../adapter.ts'
import { sandboxManifest } from './manifest.ts'

const { textLength } = sandboxManifest.limits

/** The member's name on a line of its own; left out where there is no room for it. */
export function signed({ authorName, text }: Pick<OutboundMessage, 'authorName' | 'text'>): string {
  const withName = `${authorName}\n${text}`
  return authorName && withName.length <= textLength ? withName : text
}
