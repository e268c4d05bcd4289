import type { OutgoingMessage } from '#web/firebase/outgoing.ts'

/** Those that were composed before and say the same now bear their former ids, and so do their files. */
export function withFormerIds(
  messages: readonly OutgoingMessage[],
  former: readonly OutgoingMessage[],
): OutgoingMessage[] {
  return messages.map((message) => {
    const same = former.find((each) => saysTheSame(each, message))
    return same ? { ...message, id: same.id, files: same.files } : message
  })
}

function saysTheSame(a: OutgoingMessage, b: OutgoingMessage): boolean {
  return (
    a.text === b.text &&
    a.replyTo?.messageId === b.replyTo?.messageId &&
    a.files.length === b.files.length &&
    a.files.every(({ blob }, at) => blob === b.files[at]?.blob)
  )
}
