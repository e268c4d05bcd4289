import { expect, it } from 'vitest'
import { eventWords } from '#web/features/inbox/eventWords.ts'
import { aConversationEvent } from '#tests/builders/aConversationEvent.ts'

const names = {
  memberId: 'olga',
  timeZone: 'Asia/Vladivostok',
  nameOf: () => 'Ирина Лаптева',
  teamNameOf: () => 'Продажи',
}
const assigned = (to: string, by: string, byName: string) =>
  eventWords(aConversationEvent({ kind: 'assigned', from: '', to, by, byName }), names)

it.each([
  ['irina', '', '', 'Автоматически: диалог назначен, Ирина Лаптева'],
  ['olga', '', '', 'Автоматически: диалог назначен на вас'],
  ['irina', 'petr', 'Пётр', 'Пётр: диалог назначен, Ирина Лаптева'],
  ['irina', 'irina', 'Ирина Лаптева', 'Ирина Лаптева: диалог взят'],
])('assigned to %s by "%s"', (to, by, byName, words) => {
  expect(assigned(to, by, byName)).toBe(words)
})

it('says until when by the company’s clock', () => {
  const until = Date.UTC(2026, 10, 20, 23)
  const event = aConversationEvent({ kind: 'snoozed', from: 'open', to: String(until), by: 'olga' })
  expect(eventWords(event, names)).toContain('21 ноября 2026, 09:00')
})

it.each([
  ['archived', 'Вы: диалог возвращён из архива'],
  ['snoozed', 'Вы: диалог снова среди открытых'],
])('reopened, it was %s before', (from, words) => {
  const event = aConversationEvent({ kind: 'reopened', from, to: 'open', by: 'olga' })
  expect(eventWords(event, names)).toBe(words)
})

it.each([
  ['renamed', 'Анна', 'Анна Волкова', 'Вы: клиент теперь «Анна Волкова»'],
  ['tagged', '', 'опт, vip', 'Вы: теги клиента: опт, vip'],
  ['tagged', 'опт', '', 'Вы: теги клиента сняты'],
] as const)('%s from "%s" to "%s"', (kind, from, to, words) => {
  const event = aConversationEvent({ kind, from, to, by: 'olga', byName: 'Ольга' })
  expect(eventWords(event, names)).toBe(words)
})
