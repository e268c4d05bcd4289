import { describe, expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { DomainErrorCode } from '#shared/domain/DomainError.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { changeRefusal } from '#web/features/inbox/messageTools/changeRefusal.ts'

const inTelegram = (error: unknown, deed: 'edit' | 'delete' | 'react' = 'edit') =>
  changeRefusal(error, 'telegram', deed)

describe('a refused change is told', () => {
  it('with the channel’s own window', () => {
    const error = new DomainError('tooLateToChange', { windowMs: 48 * HOUR_MS })
    expect(inTelegram(error, 'delete')).toBe('Telegram-бот не даёт удалить сообщение старше 48 ч')
    expect(inTelegram(error, 'edit')).toBe('Telegram-бот не даёт изменить сообщение старше 48 ч')
  })

  it.each<[DomainErrorCode, string]>([
    ['notSentYet', 'Сообщение ещё не дошло до канала'],
    ['notOwnMessage', 'Изменить и удалить можно только своё сообщение'],
    ['channelCannot', 'Telegram-бот этого не умеет'],
    ['lastAdmin', 'Не получилось: попробуйте ещё раз'],
  ])('%s', (code, words) => {
    expect(inTelegram(new DomainError(code))).toBe(words)
  })

  it('by its reason where we know it, else in the provider’s own words', () => {
    const gone = new ProviderError('rejected', { reason: 'messageGone', detail: 'message to edit not found' })
    expect(inTelegram(gone)).toBe('У клиента этого сообщения уже нет')
    const strange = new ProviderError('rejected', { detail: 'Bad Request: something' })
    expect(inTelegram(strange)).toBe('Telegram-бот не принял изменение: Bad Request: something')
    expect(inTelegram(new ProviderError('rejected'))).toBe('Telegram-бот не принял изменение')
  })

  it('as passing where the provider was out of reach', () => {
    const error = new ProviderError('unreachable')
    expect(inTelegram(error)).toBe('Telegram-бот сейчас не отвечает. Попробуйте ещё раз')
  })

  it('calmly whatever it was', () => {
    expect(inTelegram(new TypeError('x'))).toBe('Не получилось: попробуйте ещё раз')
  })
})
