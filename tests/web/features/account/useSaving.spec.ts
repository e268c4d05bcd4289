import { describe, expect, it, vi } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { useSaving } from '#web/features/account/useSaving.ts'

describe('saving', () => {
  it('is told of while it runs and when it is done', async () => {
    const { isBusy, isSaved, save } = useSaving()
    const saving = save(() => Promise.resolve('done'))
    expect([isBusy.value, isSaved.value]).toEqual([true, false])
    expect(await saving).toBe('done')
    expect([isBusy.value, isSaved.value]).toEqual([false, true])
  })

  it.each([
    [new DomainError('phoneTaken'), 'Этот номер занят'],
    [new DomainError('emailTaken'), 'Этот адрес занят'],
    [new DomainError('imageRefused'), 'Эта картинка не подошла: выберите другую'],
    [new DomainError('tooManyAttempts', { minutes: 2 }), 'Слишком много попыток: повторите через 2 минуты'],
    [new Error('internal'), 'Не удалось связаться с сервером. Проверьте связь и попробуйте ещё раз.'],
  ])('that fails with %s says why', async (error, words) => {
    const { isSaved, problem, needsSignIn, save } = useSaving()
    expect(await save(() => Promise.reject(error))).toBeNull()
    expect([isSaved.value, problem.value, needsSignIn.value]).toEqual([false, words, false])
  })

  it('that gets no answer is told of after a while', async () => {
    vi.useFakeTimers()
    const { isBusy, isSlow, save } = useSaving()
    let answer: (done: number) => void = () => undefined
    const saving = save(() => new Promise<number>((resolve) => (answer = resolve)))
    await vi.advanceTimersByTimeAsync(4000)
    expect(isSlow.value).toBe(false)
    await vi.advanceTimersByTimeAsync(2000)
    expect([isBusy.value, isSlow.value]).toEqual([true, true])
    answer(1)
    await saving
    expect([isBusy.value, isSlow.value]).toEqual([false, false])
    vi.useRealTimers()
  })

  it('asks to sign in again after an old sign-in', async () => {
    const { needsSignIn, save } = useSaving()
    await save(() => Promise.reject(new DomainError('signInTooOld')))
    expect(needsSignIn.value).toBe(true)
    await save(() => Promise.resolve(1))
    expect(needsSignIn.value).toBe(false)
  })
})
