import { expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { emailProblemText, problemText } from '#web/features/auth/problemText.ts'

it.each([
  [new DomainError('codeWrong', { left: 3 }), 'Код не подошёл. Осталось 3 попытки.'],
  [new DomainError('codeWrong', { left: 1 }), 'Код не подошёл. Осталась 1 попытка.'],
  [new DomainError('codeWrong', { left: 0 }), 'Код не подошёл, попыток больше нет. Запросите новый.'],
  [new DomainError('codeExpired'), 'Код устарел: отправьте новый'],
  [new DomainError('tooManyAttempts', { minutes: 15 }), 'Слишком много попыток: повторите через 15 минут'],
  [new DomainError('captchaRefused'), 'Проверка не пройдена. Попробуйте ещё раз.'],
  [new DomainError('countryRefused'), 'На номера этой страны код не отправить'],
  [new DomainError('smsUnavailable'), 'Код сейчас не отправить. Попробуйте через несколько минут.'],
  [new ProviderError('unreachable'), 'Код сейчас не отправить. Попробуйте через несколько минут.'],
])('%s is worded', (error, text) => {
  expect(problemText(error)).toBe(text)
})

it.each([
  [new DomainError('codeWrong', { left: 3 }), 'Код не подошёл. Осталось 3 попытки.'],
  [new DomainError('codeWrong', { left: 0 }), 'Этот код больше не действует: начните заново'],
  [new DomainError('codeExpired'), 'Этот код больше не действует: начните заново'],
])('of a letter’s code %s names the button that is there', (error, text) => {
  expect(emailProblemText(error)).toBe(text)
})

it('never shows what the server or the browser said', () => {
  expect(problemText(new Error('internal [500]'))).not.toContain('internal')
})
