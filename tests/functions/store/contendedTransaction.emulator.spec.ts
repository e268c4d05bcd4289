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

it('what fails for another reason fails for that', async () => {
  const denied = Object.assign(new Error('no such right'), { code: 7 })
  await expect(failing(denied)).rejects.toBe(denied)
})
