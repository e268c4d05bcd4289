import { describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import type { OwnCompany } from '#web/firebase/companies.ts'
import { listedCompanies } from '#web/features/frame/listedCompanies.ts'

function company(name: string, hidden = false): OwnCompany {
  const id = companyIdSchema.parse(`id${String(name.length)}`)
  return { id, name, hidden, timeZone: 'Europe/Moscow', role: 'admin', visibility: 'all', teamIds: [] }
}

const companies = [company('Тёплый дом'), company('Берег'), company('Архив 2024', true)]

function listed(wish: { currentId?: string; filter?: string; showsHidden?: boolean }): string[] {
  const whole = { currentId: null, filter: '', showsHidden: false, ...wish }
  return listedCompanies(companies, whole).map(({ name }) => name)
}

describe('listed companies', () => {
  it('stand by name, without hidden ones', () => {
    expect(listed({})).toEqual(['Берег', 'Тёплый дом'])
  })

  it('show hidden ones when asked', () => {
    expect(listed({ showsHidden: true })).toEqual(['Архив 2024', 'Берег', 'Тёплый дом'])
  })

  it('show the hidden one a person works in', () => {
    expect(listed({ currentId: company('Архив 2024').id })).toContain('Архив 2024')
  })

  it('are found by any part of the name, in either case', () => {
    expect(listed({ filter: ' ДОМ ' })).toEqual(['Тёплый дом'])
    expect(listed({ filter: 'нет такой' })).toEqual([])
  })
})
