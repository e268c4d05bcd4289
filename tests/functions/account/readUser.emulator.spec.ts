import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readUser } from '#functions/account/readUser.ts'
import { set } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('read-user')
const userId = userIdSchema.parse('olga')

beforeEach(() => project.clear())
afterAll(() => project.close())

describe('an account', () => {
  it('is read whole, with what it was not written with', async () => {
    const { about: _, preferences: __, ...early } = aUser({ sessionsValidAfterAt: 1000 })
    await set(['users', { userId }], early)
    expect(await readUser(userId)).toEqual(aUser({ sessionsValidAfterAt: 1000 }))
  })

  it('that is not there is undefined', async () => {
    expect(await readUser(userId)).toBeUndefined()
  })
})
