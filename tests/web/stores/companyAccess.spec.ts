import { expect, it } from 'vitest'
import { companyAccess } from '#web/stores/companyAccess.ts'

const there = {}

it.each([
  ['loading', undefined, undefined, undefined, 'loading'],
  ['loading', there, undefined, true, 'loading'],
  ['loading', null, undefined, false, 'loading'],
  ['loading', there, there, undefined, 'open'],
  ['loading', null, null, false, 'closed'],
  ['loading', null, there, true, 'closed'],
  ['loading', null, null, undefined, 'loading'],
  ['open', there, there, true, 'open'],
  ['open', null, there, false, 'removed'],
  ['open', there, null, false, 'removed'],
  ['open', null, null, undefined, 'open'],
  ['open', null, null, true, 'open'],
  ['open', there, there, false, 'open'],
  ['removed', null, null, false, 'removed'],
  ['removed', null, null, undefined, 'removed'],
  ['removed', there, there, true, 'open'],
  ['closed', there, there, true, 'open'],
] as const)(
  '%s, member %j, company %j, belongs by his account %j: %s',
  (before, member, company, belongs, after) => {
    expect(companyAccess(before, { member, company, belongs })).toBe(after)
  },
)
