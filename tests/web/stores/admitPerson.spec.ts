import { beforeEach, describe, expect, it } from 'vitest'
import { userIdSchema } from '#shared/domain/ids.ts'
import { admitPerson } from '#web/stores/admitPerson.ts'
import { isKept, keptPerson, ownKey } from '#web/stores/keptPerson.ts'

const olga = userIdSchema.parse('olga')
const irina = userIdSchema.parse('irina')
const DRAFT = 'pact.draft.olga.teply.abc'

describe('who comes to this browser', () => {
  beforeEach(async () => {
    localStorage.clear()
    await admitPerson(olga)
    localStorage.setItem(DRAFT, 'Добрый день')
  })

  it('finds what he left here', async () => {
    await admitPerson(olga)
    expect(localStorage.getItem(DRAFT)).toBe('Добрый день')
  })

  it('finds nothing of somebody else', async () => {
    await admitPerson(irina)
    expect(localStorage.getItem(DRAFT)).toBeNull()
    expect([keptPerson(), ownKey('pact.draft.')]).toEqual([irina, 'pact.draft.irina.'])
  })

  it('finds nothing of whom nobody knows any more', async () => {
    localStorage.removeItem('pact.person')
    await admitPerson(irina)
    expect(localStorage.getItem(DRAFT)).toBeNull()
  })

  it('is no longer noted down for once somebody else has come, in another tab', () => {
    expect(isKept()).toBe(true)
    localStorage.setItem('pact.person', irina)
    expect(isKept()).toBe(false)
    localStorage.removeItem('pact.person')
    expect(isKept()).toBe(false)
  })
})
