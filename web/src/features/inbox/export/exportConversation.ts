import { companyTimeZone } from '#web/firebase/companyTimeZone.ts'
import { fetchArchive } from '#web/firebase/fetchArchive.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import type { Cursor } from '#web/firebase/pages.ts'
import { t } from './messages.ts'
import { transcriptHead, transcriptLine } from './transcript.ts'
import type { TranscriptHead } from './transcript.ts'

interface Exporting {
  readonly place: ConversationPlace
  readonly head: Pick<TranscriptHead, 'name' | 'channel' | 'company'>
  /** So many messages have been read. */
  onProgress(count: number): void
  readonly signal: AbortSignal
}

/**
 * A whole conversation as text, without notes and without what members did. Every page becomes a blob as
 * soon as it is read: what is held in memory at a time is one page.
 */
export async function exportConversation({ place, head, onProgress, signal }: Exporting): Promise<Blob> {
  const zone = await companyTimeZone(place.companyId)
  const format = formatIn(zone)
  const pages: Blob[] = []
  let after: Cursor | null = null
  let count = 0
  do {
    const page: Awaited<ReturnType<typeof fetchArchive>> = await fetchArchive(place, after)
    signal.throwIfAborted()
    const lines = page.items.map((message) => transcriptLine(message, format(message.sentAt)))
    pages.push(new Blob(lines.reverse()))
    count += page.items.length
    onProgress(count)
    after = page.next
  } while (after)
  const top = transcriptHead({ ...head, zone, made: format(Date.now()) })
  const body = count > 0 ? pages.reverse() : [`${t('empty')}\n`]
  return new Blob(['\uFEFF', top, ...body], { type: 'text/plain;charset=utf-8' })
}

/** «20.11.2026 12:40», with the century, in either language. */
function formatIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (at) => format.format(at).replace(/^(\d+)-(\d+)-(\d+)/, '$3.$2.$1')
}
