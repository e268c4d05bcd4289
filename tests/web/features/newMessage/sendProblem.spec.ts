import { describe, expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { sendProblem } from '#web/features/newMessage/sendProblem.ts'

describe('why a message was not sent', () => {
  it.each([
    [new DomainError('numberNotThere'), 'phone', 'Этого номера нет в «Песочница»'],
    [new DomainError('phoneRefused'), 'phone', 'Проверьте номер'],
    [
      new DomainError('conversationOfColleague'),
      'phone',
      'С этим клиентом уже переписывается другой сотрудник',
    ],
    [new DomainError('windowClosed'), 'form', 'Здесь можно отправить только одобренный шаблон'],
    [
      new DomainError('tooManyAttempts', { minutes: 7 }),
      'form',
      'Слишком много номеров подряд. Попробуйте через 7 мин',
    ],
    [new ProviderError('unreachable'), 'form', 'Канал «Песочница» сейчас не отвечает. Попробуйте ещё раз'],
    [new ProviderError('rejected', { detail: 'quota' }), 'form', 'Канал «Песочница» не принял запрос: quota'],
    [new Error('?'), 'form', 'Не получилось отправить. Попробуйте ещё раз'],
  ])('%s', (error, field, text) => {
    expect(sendProblem(error, 'Песочница')).toEqual({ field, text })
  })
})
