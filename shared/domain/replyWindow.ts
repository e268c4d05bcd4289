/**
 * Milliseconds in which a free text may still be sent; 0 when the window is closed, Infinity where a channel
 * has none. It opens with every message of the contact.
 */
export function replyWindowLeft(
  { replyWindowMs }: { readonly replyWindowMs: number | null },
  { lastInboundAt }: { readonly lastInboundAt: number | null },
  now: number,
): number {
  if (replyWindowMs === null) return Infinity
  return lastInboundAt === null ? 0 : Math.max(0, lastInboundAt + replyWindowMs - now)
}
