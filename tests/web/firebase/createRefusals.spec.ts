import { describe, expect, it } from 'vitest'
import { createRefusals } from '#web/firebase/createRefusals.ts'
import type { ListenedChange } from '#web/firebase/createRefusals.ts'

const change = (type: ListenedChange['type'], id: string, hasPendingWrites = false): ListenedChange => ({
  type,
  doc: { id, metadata: { hasPendingWrites } },
})

describe('a document that goes', () => {
  it('was refused when the server never had it', () => {
    const refusedOf = createRefusals()
    expect(refusedOf([change('added', 'mine', true), change('added', 'theirs')])).toEqual([])
    expect(refusedOf([change('modified', 'mine', true)])).toEqual([])
    expect(refusedOf([change('removed', 'mine')])).toEqual(['mine'])
  })

  it('was not when the server had it, be it another’s or one’s own', () => {
    const refusedOf = createRefusals()
    refusedOf([change('added', 'mine', true), change('added', 'theirs')])
    refusedOf([change('modified', 'mine')])
    expect(refusedOf([change('removed', 'mine'), change('removed', 'theirs')])).toEqual([])
  })

  it('is told of once', () => {
    const refusedOf = createRefusals()
    refusedOf([change('added', 'mine', true)])
    refusedOf([change('removed', 'mine')])
    expect(refusedOf([change('removed', 'mine')])).toEqual([])
  })
})
