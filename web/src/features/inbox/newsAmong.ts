import type { ThreadMessage } from '#web/firebase/messages.ts'

/** What others than `ownId` have written since, contact or colleague, wherever it stands; older pages above are no news. */
export function newsAmong(
  current: readonly ThreadMessage[],
  former: readonly ThreadMessage[],
  ownId: string,
): readonly ThreadMessage[] {
  const isOthers = ({ author }: ThreadMessage): boolean => author.id !== ownId
  const top = former[0]?.id
  // Of one's own the clock here tells.
  const newestAt = former.reduce(
    (newest, message) => (isOthers(message) ? Math.max(newest, message.createdAt) : newest),
    0,
  )
  return current
    .slice(
      Math.max(
        0,
        current.findIndex(({ id }) => id === top),
      ),
    )
    .filter((message) => isOthers(message) && message.createdAt > newestAt)
}
