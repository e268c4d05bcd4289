import type { Message } from '#shared/domain/message.ts'
import { t } from './messages.ts'

export interface TranscriptHead {
  readonly name: string
  readonly channel: string
  readonly company: string
  readonly zone: string
  readonly made: string
}

/** Line breaks of every kind: whoever writes them must not begin a line that looks like another's. */
const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
/** They turn letters around, across the end of a text. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu

function oneLine(text: string): string {
  return text.replace(TURNS, '').split(BREAKS).join(' ').trim()
}

function indented(text: string): string {
  return text.replace(TURNS, '').split(BREAKS).join('\n    ')
}

/** What stands above the messages. */
export function transcriptHead({ name, channel, company, zone, made }: TranscriptHead): string {
  const lines = [
    t('head', { name: oneLine(name) }),
    t('channel', { channel: oneLine(channel) }),
    t('company', { company: oneLine(company) }),
    t('zone', { zone }),
    t('made', { moment: made }),
  ]
  return `${lines.join('\n')}\n\n`
}

/** «[20.11.2026 12:40] Анна Светлова: Есть ли прокат?»; further lines of a text stand to the right. */
export function transcriptLine(message: Message, moment: string): string {
  return `[${moment}] ${oneLine(message.author.name)}: ${bodyOf(message)}${marksOf(message)}\n`
}

function bodyOf(message: Message): string {
  if (message.deletedAt !== undefined) return `[${t('deleted')}]`
  const files = message.attachments.map(({ kind, name }) =>
    name ? `[${t('file', { name: oneLine(name) })}]` : `[${t(kind)}]`,
  )
  const said = [...files, ...(message.text ? [indented(message.text)] : [])]
  return said.length > 0 ? said.join('\n    ') : `[${t(message.kind)}]`
}

function marksOf({ editedAt, deletedAt, delivery }: Message): string {
  const marks = [
    ...(editedAt !== undefined && deletedAt === undefined ? [t('edited')] : []),
    ...(delivery?.status === 'failed' ? [t('notSent')] : []),
  ]
  return marks.map((mark) => ` (${mark})`).join('')
}
