import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMembers } from '#functions/invitations/inviteMembers.ts'
import { readInvitation } from '#functions/invitations/readInvitation.ts'
import { update } from '#functions/store/store.ts'
import { NOON } from '#tests/builders/moments.ts'
import { BY_ANNA, companyOf, foundCompany, mails } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('read-invitation')
const HOME = companyOf('home')

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME, 'Тёплый дом')
})
afterAll(() => project.close())

describe('a link shows', () => {
  it('where it leads, in which role and who asks, and no more', async () => {
    const inviting = { companyIds: [HOME], emails: ['petr@teply.test'], role: 'admin', locale: 'ru' } as const
    await inviteMembers(inviting, BY_ANNA, NOON)
    await update(['companies', { companyId: HOME }], { name: 'Тёплый дом и сад' })
    const [mail] = await mails()
    expect(await readInvitation(mail?.token ?? '', NOON)).toEqual({
      companyNames: ['Тёплый дом и сад'],
      role: 'admin',
      invitedByName: 'Анна',
    })
  })
})
