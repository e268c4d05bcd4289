import { describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { isForAdmins, isInBottomBar, sectionPath, sections } from '#web/features/frame/sections.ts'

const companyId = companyIdSchema.parse('teply')
const OPERATORS = ['inbox', 'broadcasts', 'templates', 'contacts', 'groups']
const ADMINS = ['staff', 'crm', 'settings', 'analytics', 'billing']

function names(isAdmin: boolean): string[] {
  return sections(companyId, isAdmin).map(({ name }) => name)
}

describe('sections', () => {
  it('of an operator are exactly five', () => {
    expect(names(false)).toEqual(OPERATORS)
  })

  it('of an admin are all ten, in the menu’s order', () => {
    expect(names(true)).toEqual([...OPERATORS, ...ADMINS])
  })

  it('know whose they are', () => {
    expect(OPERATORS.some((name) => name === 'staff')).toBe(false)
    expect(isForAdmins('billing')).toBe(true)
    expect(isForAdmins('groups')).toBe(false)
  })

  it('know their own pages', () => {
    const settings = sections(companyId, true).find(({ name }) => name === 'settings')
    expect(settings?.isCurrent('/c/teply/settings/audit')).toBe(true)
    expect(settings?.isCurrent('/c/teply/staff')).toBe(false)
  })

  it('are not current because another begins with the same letters', () => {
    const crm = sections(companyId, true).find(({ name }) => name === 'crm')
    expect(crm?.isCurrent('/c/teply/crm-something')).toBe(false)
  })

  it('stand partly in a phone’s bottom bar', () => {
    expect(
      sections(companyId, true)
        .filter(isInBottomBar)
        .map(({ name }) => name),
    ).toEqual(['inbox', 'broadcasts', 'contacts'])
  })

  it('lead into the company, the settings to the channels', () => {
    expect(sectionPath(companyId, 'staff')).toBe('/c/teply/staff')
    expect(sectionPath(companyId, 'settings')).toBe('/c/teply/settings/channels')
  })

  it('of all companies ask for one, but for the messages', () => {
    const all = sections(null, true)
    expect(all.map(({ path }) => path)).toEqual(['/all', ...Array.from({ length: 9 }, () => null)])
    expect(all.filter((section) => section.isCurrent('/all')).map(({ name }) => name)).toEqual(['inbox'])
  })
})
