import { beforeEach, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { lastCompany, rememberCompany } from '#web/stores/lastCompany.ts'

beforeEach(() => {
  localStorage.clear()
})

it('is none on a new browser', () => {
  expect(lastCompany()).toBeNull()
})

it('is the one remembered', () => {
  rememberCompany(companyIdSchema.parse('teply'))
  expect(lastCompany()).toBe('teply')
})

it('is none when the memory is no id', () => {
  localStorage.setItem('pact.company', '../elsewhere')
  expect(lastCompany()).toBeNull()
})

it('may be all of them', () => {
  rememberCompany('all')
  expect(lastCompany()).toBe('all')
})
