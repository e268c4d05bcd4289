import { describe, expect, it } from 'vitest'
import { timeAgo } from '#web/ui/timeAgo.ts'

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone
const now = new Date(2025, 10, 22, 15, 30).getTime()

describe('timeAgo', () => {
  it.each([
    [new Date(2025, 10, 22, 15, 29, 40), 'Только что'],
    [new Date(2025, 10, 22, 15, 28), '2 минуты назад'],
    [new Date(2025, 10, 22, 9, 41), 'Сегодня, 09:41'],
    [new Date(2025, 10, 14, 9, 41), /^14 нояб/],
    [new Date(2024, 10, 14, 9, 41), /2024/],
  ])('of %s', (at, text) => {
    expect(timeAgo(at.getTime(), now, HERE)).toMatch(text)
  })
})
