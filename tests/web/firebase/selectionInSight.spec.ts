import { describe, expect, it } from 'vitest'
import { selectionInSight } from '#web/firebase/selectionInSight.ts'

const open = { query: 'conversationsInState', equals: ['open'] } as const
const mine = { query: 'conversationsOfAssignee', equals: ['open', 'me'] } as const
const own = { assigneeId: ['', 'me'] }
const ofTeam = { teamId: ['', 'team-1'] }

describe('a selection in sight', () => {
  it('is as it is for who sees everything', () => {
    expect(selectionInSight(open, {})).toEqual({ equals: ['open'], narrowing: {}, sight: {} })
  })

  it('is narrowed to what is seen', () => {
    expect(selectionInSight({ ...open, narrowing: { tags: 'опт' } }, own)).toEqual({
      equals: ['open'],
      narrowing: { tags: 'опт' },
      sight: own,
    })
  })

  it('compares no field twice', () => {
    expect(selectionInSight(mine, own)).toMatchObject({ sight: {} })
    expect(selectionInSight({ ...mine, narrowing: { assigneeId: 'me' } }, own)).toMatchObject({
      narrowing: {},
      sight: {},
    })
    expect(selectionInSight({ ...open, narrowing: { teamId: 'team-1' } }, ofTeam)).toMatchObject({
      narrowing: { teamId: 'team-1' },
      sight: {},
    })
  })

  it('is nothing where what it asks for is never seen, or contradicts itself', () => {
    expect(selectionInSight({ ...open, narrowing: { teamId: 'team-2' } }, ofTeam)).toBeNull()
    expect(selectionInSight({ ...open, narrowing: { assigneeId: 'colleague' } }, own)).toBeNull()
    expect(selectionInSight({ ...mine, narrowing: { assigneeId: 'colleague' } }, {})).toBeNull()
  })

  it('keeps the moment it ranges from', () => {
    expect(selectionInSight({ query: 'conversationsActive', equals: [], rangeAt: 7 }, {})).toMatchObject({
      rangeAt: 7,
    })
  })
})
