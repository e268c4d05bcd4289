import { afterAll, expect, it } from 'vitest'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('contention')
afterAll(() => project.close())

const failing = (error: Error) => contendedTransaction(() => Promise.reject(error))

it('what the database gives up on is too much at once', async () => {
  const aborted = Object.assign(new Error('contention'), { code: 10 })
  expect(await refusalOf(failing(aborted))).toEqual({ code: 'tooManyAttempts', minutes: 1 })
})

const closed = () =>
  Object.assign(new Error('3 INVALID_ARGUMENT: Transaction is invalid or closed.'), { code: 3 })

it('a transaction that was closed before its end is begun again', async () => {
  let runs = 0
  const outcome = contendedTransaction(() => {
    runs += 1
    return runs < 3 ? Promise.reject(closed()) : Promise.resolve('done')
  })
  expect(await outcome).toBe('done')
  expect(runs).toBe(3)
})

it('one that is closed again and again is too much at once', async () => {
  let runs = 0
  const outcome = contendedTransaction(() => {
    runs += 1
    return Promise.reject(closed())
  })
  expect(await refusalOf(outcome)).toEqual({ code: 'tooManyAttempts', minutes: 1 })
  expect(runs).toBeLessThanOrEqual(10)
})

it('what fails for another reason fails for that', async () => {
  const denied = Object.assign(new Error('no such right'), { code: 7 })
  await expect(failing(denied)).rejects.toBe(denied)
})
