import { beforeEach, describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { forgetTraces } from '#web/stores/forgetTraces.ts'

describe('forgotten traces', () => {
  beforeEach(() => {
    localStorage.clear()
    localStorage.setItem('pact.draft.teply.abc', 'Добрый день')
    localStorage.setItem('pact.draft.bereg.abc', 'Здравствуйте')
    localStorage.setItem('pact.filter.teply', 'mine')
    localStorage.setItem('pact.company', 'teply')
    localStorage.setItem('pact.recent.teply', '[]')
    localStorage.setItem('pact.theme', 'dark')
  })

  it('are all drafts, filters and the company at sign-out; the theme stays', () => {
    forgetTraces()
    expect(Object.keys(localStorage)).toEqual(['pact.theme'])
  })

  it('are those of one company after a removal', () => {
    forgetTraces(companyIdSchema.parse('teply'))
    expect(localStorage.getItem('pact.draft.teply.abc')).toBeNull()
    expect(localStorage.getItem('pact.filter.teply')).toBeNull()
    expect(localStorage.getItem('pact.recent.teply')).toBeNull()
    expect(localStorage.getItem('pact.draft.bereg.abc')).toBe('Здравствуйте')
  })
})
