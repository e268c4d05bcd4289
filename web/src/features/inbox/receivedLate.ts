import type { Message } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'

const LATE_MS = 5 * MINUTE_MS

/** It stands where it was written, and was not there when whoever answered looked. */
export function receivedLate({
  direction,
  sentAt,
  createdAt,
}: Pick<Message, 'direction' | 'sentAt' | 'createdAt'>): boolean {
  return direction === 'inbound' && createdAt - sentAt > LATE_MS
}
