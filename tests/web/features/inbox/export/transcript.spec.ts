import { beforeAll, describe, expect, it } from 'vitest'
import { aMessage } from '#tests/builders/aMessage.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { transcriptHead, transcriptLine } from '#web/features/inbox/export/transcript.ts'
import { setLanguage } from '#web/ui/i18n.ts'

const MOMENT = '20.11.2026 14:00'

beforeAll(() => {
  setLanguage('ru')
})

describe('a line of a transcript', () => {
  it('says when, who and what', () => {
    expect(transcriptLine(aMessage(), MOMENT)).toBe(
      '[20.11.2026 14:00] Пётр Петров: Есть ли прокат на выходные?\n',
    )
  })

  it.each(['\n', '\r\n', '\r', '\u2028', '\u0085', '\u000B'])(
    'cannot be imitated by the text of another, broken by %j',
    (lineBreak) => {
      const text = `да${lineBreak}[20.11.2026 14:01] Ольга Орлова: я всё верну`
      const [, second = ''] = transcriptLine(aMessage({ text }), MOMENT).split('\n')
      expect(second).toMatch(/^ {4}\[20/)
    },
  )

  it('cannot be imitated by a name', () => {
    const author = { type: 'contact', id: 'c', name: 'Пётр\n[20.11.2026 14:01] Ольга' } as const
    expect(transcriptLine(aMessage({ author }), MOMENT).split('\n')).toHaveLength(2)
  })

  it('turns no letters around', () => {
    expect(transcriptLine(aMessage({ text: 'счёт\u202Etxt.exe' }), MOMENT)).not.toContain('\u202E')
  })

  it('names the files', () => {
    const line = transcriptLine(aMessage({ text: 'вот', attachments: [anAttachment()] }), MOMENT)
    expect(line).toBe('[20.11.2026 14:00] Пётр Петров: [Файл: велосипед.jpg]\n    вот\n')
  })

  it('says what has no words', () => {
    expect(transcriptLine(aMessage({ text: '', kind: 'sticker' }), MOMENT)).toContain('[Стикер]')
  })

  it('does not tell what was deleted', () => {
    const line = transcriptLine(aMessage({ text: 'секрет', deletedAt: AN_HOUR_AGO }), MOMENT)
    expect(line).toContain('[Сообщение удалено]')
    expect(line).not.toContain('секрет')
  })

  it('says that it was edited, or never got there', () => {
    const edited = anOutboundMessage({ editedAt: AN_HOUR_AGO, delivery: { status: 'failed' } })
    expect(transcriptLine(edited, MOMENT)).toContain('(изменено) (не отправлено)')
  })
})

it('the head of a transcript keeps each thing on its line', () => {
  const head = transcriptHead({
    name: 'Анна\nСветлова',
    channel: 'Telegram · Бот',
    company: 'Тёплый дом',
    zone: 'Europe/Moscow',
    made: MOMENT,
  })
  expect(head.split('\n')).toHaveLength(7)
})
