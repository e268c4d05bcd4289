import { describe, expect, it } from 'vitest'
import { pickAssignee } from '#functions/inbox/pickAssignee.ts'
import { userIdSchema } from '#shared/domain/ids.ts'

const team = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([id, openCount]) => ({ id: userIdSchema.parse(id), openCount }))

describe('round robin', () => {
  it.each([
    ['', 'anna'],
    ['anna', 'boris'],
    ['boris', 'vera'],
    ['vera', 'anna'],
    ['bella, who has left', 'boris'],
    ['zoe, who has left', 'anna'],
  ])('after "%s" it is the turn of %s', (last, next) => {
    expect(pickAssignee('roundRobin', team({ vera: 0, anna: 9, boris: 0 }), last)).toBe(next)
  })
})

describe('least busy', () => {
  it('is whoever has the fewest', () => {
    expect(pickAssignee('leastBusy', team({ anna: 3, boris: 1, vera: 2 }), 'anna')).toBe('boris')
  })

  it('goes by turns among those who have as few', () => {
    const three = team({ anna: 1, boris: 1, vera: 1, grigory: 5 })
    expect(['', 'anna', 'boris', 'vera'].map((last) => pickAssignee('leastBusy', three, last))).toEqual([
      'anna',
      'boris',
      'vera',
      'anna',
    ])
  })
})

it('nobody is picked among nobody, nor where nothing is assigned', () => {
  expect(pickAssignee('roundRobin', [], '')).toBeUndefined()
  expect(pickAssignee('leastBusy', [], '')).toBeUndefined()
  expect(pickAssignee('off', team({ anna: 0 }), '')).toBeUndefined()
})
