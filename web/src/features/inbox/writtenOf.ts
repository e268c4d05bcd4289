import type { OutgoingFile, OutgoingMessage } from '#web/firebase/outgoing.ts'
import type { PickedFile, Written } from './composeMessages.ts'

type Composed = Pick<OutgoingMessage, 'text' | 'files' | 'replyTo'>

/** What some messages were composed of, as it goes back into the box. */
export function writtenOf(messages: readonly Composed[]): Written {
  const replyTo = messages[0]?.replyTo
  return {
    text: messages
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
    files: messages.flatMap(({ files }) => files.map(asPicked)),
    ...(replyTo && { replyTo }),
  }
}

function asPicked({ blob, name, kind, width, height, duration }: OutgoingFile): PickedFile {
  return {
    blob,
    name,
    ...(kind === 'voice' && { kind }),
    ...(width && height ? { width, height } : {}),
    ...(duration ? { duration } : {}),
  }
}
