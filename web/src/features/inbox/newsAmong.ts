import type { ThreadMessage } from '#web/firebase/messages.ts'

/** What a contact has written since, wherever it stands; older pages above are no news. */
export function newsAmong(
  current: readonly ThreadMessage[],
  former: readonly ThreadMessage[],
): readonly ThreadMessage[] {
  const top = former[0]?.id
  // Of one's own the clock here tells.
  const newestAt = former.reduce(
    (newest, message) => (isInbound(message) ? Math.max(newest, message.createdAt) : newest),
    0,
  )
  return current
    .slice(
      Math.max(
        0,
        current.findIndex(({ id }) => id === top),
      ),
    )
    .filter((message) => isInbound(message) && message.createdAt > newestAt)
}

function isInbound({ direction }: ThreadMessage): boolean {
  return direction === 'inbound'
}
