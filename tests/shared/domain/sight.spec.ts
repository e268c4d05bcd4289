import { describe, expect, it } from 'vitest'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { narrowed, sightsOf } from '#shared/domain/sight.ts'

const teamIds = [teamIdSchema.parse('sales'), teamIdSchema.parse('stock')]

describe('what a member sees', () => {
  it('is everything for an admin, whatever stands in his member document', () => {
    expect(sightsOf({ role: 'admin', visibility: 'own', teamIds }, 'me')).toEqual([{}])
  })

  it('is everything for an operator of whom nothing else is said', () => {
    expect(sightsOf({ role: 'operator', visibility: 'all', teamIds }, 'me')).toEqual([{}])
  })

  it('is his own and nobody’s', () => {
    expect(sightsOf({ role: 'operator', visibility: 'own', teamIds }, 'me')).toEqual([
      { assigneeId: ['', 'me'] },
    ])
  })

  it('is his teams’ and no team’s, and his own of any team', () => {
    expect(sightsOf({ role: 'operator', visibility: 'team', teamIds }, 'me')).toEqual([
      { teamId: ['', 'sales', 'stock'] },
      { assigneeId: 'me' },
    ])
  })
})

describe('a query narrowed by a sight', () => {
  const sight = { assigneeId: ['', 'me'], teamId: 'sales' }

  it('is narrowed by every field it leaves open', () => {
    expect(narrowed(sight, { state: 'open' })).toEqual(sight)
  })

  it('is not narrowed again where it asks for something that is seen', () => {
    expect(narrowed(sight, { assigneeId: 'me' })).toEqual({ teamId: 'sales' })
    expect(narrowed(sight, { assigneeId: '', teamId: 'sales' })).toEqual({})
  })

  it('has nothing to find where it asks for what is not seen', () => {
    expect(narrowed(sight, { assigneeId: 'a colleague' })).toBeNull()
    expect(narrowed(sight, { teamId: 'stock' })).toBeNull()
  })
})
