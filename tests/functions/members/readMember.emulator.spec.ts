import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readMember } from '#functions/members/readMember.ts'
import { set } from '#functions/store/store.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('members')
const companyId = companyIdSchema.parse('company')
const userId = userIdSchema.parse('olga')

beforeEach(async () => {
  await project.clear()
  await set(['members', { companyId, userId }], aMember({ role: 'operator' }))
})
afterAll(() => project.close())

describe('a member', () => {
  it('is who has a document in the company', async () => {
    expect(await readMember(companyId, userId)).toEqual(aMember({ role: 'operator' }))
  })

  it('is nobody in another company, and nobody else in this one', async () => {
    expect(await readMember(companyIdSchema.parse('other'), userId)).toBeUndefined()
    expect(await readMember(companyId, userIdSchema.parse('boris'))).toBeUndefined()
  })
})
