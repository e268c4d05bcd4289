import { expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { refusalText } from '#web/features/channels/refusalText.ts'

it.each([
  [new DomainError('secretRefused'), 'Токен не подошёл: Telegram-бот его не принимает'],
  [new DomainError('accountTaken'), 'Этот аккаунт уже подключён в другой компании'],
  [new ProviderError('unreachable'), 'Telegram-бот сейчас не отвечает. Попробуйте через несколько минут.'],
  [new ProviderError('rejected'), 'Telegram-бот отказывает. Проверьте настройки аккаунта.'],
  [new ProviderError('rejected', { detail: 'bad webhook' }), 'Telegram-бот отказывает: bad webhook'],
  [new Error('internal [500]'), 'Не получилось. Проверьте связь и попробуйте ещё раз.'],
])('%s is worded', (error, text) => {
  expect(refusalText(error, 'Telegram-бот')).toBe(text)
})
