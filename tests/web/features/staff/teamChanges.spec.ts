import { describe, expect, it } from 'vitest'
import { teamIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { teamChanges } from '#web/features/staff/teamChanges.ts'

const [sales, support] = ['sales', 'support'].map((id) => teamIdSchema.parse(id))
const [olga, irina] = ['olga', 'irina'].map((id) => userIdSchema.parse(id))

describe('team changes', () => {
  if (!sales || !support || !olga || !irina) throw new Error('no ids')
  const members = [
    { id: olga, teamIds: [sales] },
    { id: irina, teamIds: [support] },
  ]

  it('are none where everybody stays', () => {
    expect(teamChanges(members, sales, [olga])).toEqual([])
  })

  it('add a team to the others a member has', () => {
    expect(teamChanges(members, sales, [olga, irina])).toEqual([{ userId: irina, teamIds: [support, sales] }])
  })

  it('take it from whoever is not chosen', () => {
    expect(teamChanges(members, sales, [])).toEqual([{ userId: olga, teamIds: [] }])
  })
})
