import { expect, it } from 'vitest'
import { companyAccess } from '#web/stores/companyAccess.ts'

const there = {}

it.each([
  ['loading', undefined, undefined, 'loading'],
  ['loading', there, undefined, 'loading'],
  ['loading', null, undefined, 'loading'],
  ['loading', there, there, 'open'],
  ['loading', null, null, 'closed'],
  ['loading', null, there, 'closed'],
  ['open', there, there, 'open'],
  ['open', null, there, 'removed'],
  ['open', there, null, 'removed'],
  ['removed', null, null, 'removed'],
  ['removed', there, there, 'open'],
  ['closed', there, there, 'open'],
] as const)('%s, member %j, company %j: %s', (before, member, company, after) => {
  expect(companyAccess(before, member, company)).toBe(after)
})
