import { describe, expect, it } from 'vitest'
import { Family } from '#tools/stack/Family.ts'

const running = (pid: number, parent: number, started = 'then') => ({ pid, parent, started })

describe('Family', () => {
  it('takes in children and grandchildren, in whatever order they are listed', () => {
    const family = new Family()
    family.expect(10)
    expect(family.update([running(12, 11), running(11, 10), running(10, 1), running(99, 1)]).sort()).toEqual([
      10, 11, 12,
    ])
  })

  it('keeps a child whose parent has ended', () => {
    const family = new Family()
    family.expect(10)
    family.update([running(10, 1), running(11, 10)])
    expect(family.update([running(11, 1)])).toEqual([11])
  })

  it('lets go of a number that another process has got', () => {
    const family = new Family()
    family.expect(10)
    family.update([running(10, 1)])
    expect(family.update([running(10, 1, 'later')])).toEqual([])
  })
})
