import { expect, it } from 'vitest'
import { useAttempt } from '#web/ui/useAttempt.ts'

const usualWords = () => 'не вышло'

it('is busy while it runs, and says nothing when it is done', async () => {
  const { isBusy, problem, attempt } = useAttempt(usualWords)
  const attempted = attempt(() => Promise.resolve(3))
  expect(isBusy.value).toBe(true)
  expect(await attempted).toBe(3)
  expect([isBusy.value, problem.value]).toEqual([false, ''])
})

it('says why it failed, in words of its own where there are some, until it is tried again', async () => {
  const { isBusy, problem, attempt } = useAttempt(usualWords)
  const fail = () => Promise.reject(new Error('internal'))
  expect(await attempt(fail)).toBeNull()
  expect([isBusy.value, problem.value]).toEqual([false, 'не вышло'])
  await attempt(fail, () => 'другое')
  expect(problem.value).toBe('другое')
  await attempt(() => Promise.resolve(1))
  expect(problem.value).toBe('')
})
