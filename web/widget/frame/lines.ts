import type { ShownMessage } from './shownMessages.ts'
import type { Language, Words } from './words.ts'

/** What the log shows, top to bottom. */
export type Line =
  | { readonly is: 'day'; readonly key: string; readonly label: string }
  | {
      readonly is: 'message'
      readonly key: string
      readonly message: ShownMessage
      readonly time: string
      /** First and last of a run: one author within five minutes. */
      readonly startsRun: boolean
      readonly endsRun: boolean
    }

const RUN_MS = 5 * 60_000

export function linesOf(
  messages: readonly ShownMessage[],
  now: number,
  language: Language,
  words: Words,
): Line[] {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  return messages.flatMap((message, at) => {
    const before = messages[at - 1]
    const after = messages[at + 1]
    const line: Line = {
      is: 'message',
      key: message.key,
      message,
      time: time.format(message.at),
      startsRun: !before || !isSameRun(before, message),
      endsRun: !after || !isSameRun(message, after),
    }
    if (before && dayOf(before.at) === dayOf(message.at)) return [line]
    return [{ is: 'day', key: `day-${message.key}`, label: dayLabel(message.at, now, language, words) }, line]
  })
}

function isSameRun(a: ShownMessage, b: ShownMessage): boolean {
  return a.isOwn === b.isOwn && a.author === b.author && dayOf(a.at) === dayOf(b.at) && b.at - a.at < RUN_MS
}

/** Midnight of the visitor's own day. */
function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

function dayLabel(at: number, now: number, language: Language, words: Words): string {
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  if (dayOf(at) === dayOf(now)) return words.today
  if (dayOf(at) === dayOf(yesterday.getTime())) return words.yesterday
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const format: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }
  return new Intl.DateTimeFormat(language, format).format(at)
}
