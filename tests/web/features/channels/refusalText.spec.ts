import { expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { refusalText } from '#web/features/channels/refusalText.ts'

it.each([
  [new DomainError('secretRefused'), 'Токен не подошёл: Telegram-бот его не принимает'],
  [new DomainError('accountTaken'), 'Этот аккаунт уже подключён в другой компании'],
  [new Error('internal [500]'), 'Не получилось. Проверьте связь и попробуйте ещё раз.'],
])('%s is worded', (error, text) => {
  expect(refusalText(error, 'Telegram-бот')).toBe(text)
})
