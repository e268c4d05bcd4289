import { describe, expect, it } from 'vitest'
import { aConversation } from '#tests/builders/aConversation.ts'
import { rowPreview } from '#web/features/inbox/rowPreview.ts'

type Last = NonNullable<ReturnType<typeof aConversation>['lastMessage']>

function row(change: Partial<Last>) {
  const { lastMessage } = aConversation()
  if (!lastMessage) throw new Error('the builder gives a last message')
  return { lastMessage: { ...lastMessage, ...change } }
}

const mine = {
  direction: 'outbound',
  authorId: 'member-1',
  authorName: 'Ольга Нечаева',
  text: 'Готово',
} as const

describe('rowPreview', () => {
  it('shows a contact’s words bare', () => {
    expect(rowPreview(row({ text: 'Есть ли прокат?' }), '', 'member-1')).toMatchObject({
      prefix: '',
      text: 'Есть ли прокат?',
    })
  })

  it('says who of us wrote', () => {
    expect(rowPreview(row(mine), '', 'member-1').prefix).toBe('Вы:')
    expect(rowPreview(row(mine), '', 'member-2').prefix).toBe('Ольга:')
  })

  it('puts a failure before a draft and a draft before the last message', () => {
    expect(rowPreview(row({ ...mine, deliveryStatus: 'failed' }), 'Доб', 'member-1')).toMatchObject({
      tone: 'failed',
      text: 'Не отправлено: Готово',
    })
    expect(rowPreview(row(mine), 'Доб', 'member-1')).toMatchObject({
      tone: 'draft',
      prefix: 'Черновик:',
      text: 'Доб',
    })
  })

  it('names what is not text', () => {
    expect(rowPreview(row({ kind: 'image', text: '' }), '', 'member-1')).toMatchObject({
      text: 'Фото',
      icon: 'image',
    })
    expect(rowPreview(row({ kind: 'document', text: 'накладная.pdf' }), '', 'member-1')).toMatchObject({
      text: 'накладная.pdf',
      icon: 'document',
    })
  })

  it.each([
    [{ kind: 'voice', text: '', duration: 24 }, 'Голосовое сообщение, 0:24'],
    [{ kind: 'voice', text: '' }, 'Голосовое сообщение'],
    [{ kind: 'voice', text: 'Послушайте', duration: 24 }, 'Послушайте'],
    [{ kind: 'video', text: '', duration: 75 }, 'Видео, 1:15'],
    [{ kind: 'sticker', text: '👋' }, '👋 Стикер'],
    [{ kind: 'sticker', text: '' }, 'Стикер'],
    [{ kind: 'location', text: '' }, 'Геопозиция'],
    [{ kind: 'location', text: 'Мастерская «Клубок»' }, 'Геопозиция: Мастерская «Клубок»'],
    [{ kind: 'contact', text: 'Пётр Котов' }, 'Контакт: Пётр Котов'],
    [{ kind: 'unsupported', text: '' }, 'Сообщение не поддерживается'],
  ] as const)('says what %o is', (last, text) => {
    expect(rowPreview(row(last), '', 'member-1').text).toBe(text)
  })

  it('says that the last message was taken back, and not what it said', () => {
    expect(rowPreview(row({ ...mine, isDeleted: true }), '', 'member-1')).toEqual({
      tone: 'placeholder',
      prefix: '',
      text: 'Сообщение удалено',
      icon: null,
    })
  })

  it('says that nothing was written yet', () => {
    expect(rowPreview({ lastMessage: null }, '', 'member-1')).toMatchObject({
      tone: 'placeholder',
      text: 'Сообщений пока нет',
    })
  })
})
