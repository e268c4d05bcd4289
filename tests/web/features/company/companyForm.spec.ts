import { describe, expect, it } from 'vitest'
import { aCompany } from '#tests/builders/aCompany.ts'
import { companyChanges, isWhole, takenOver, toCompanyForm } from '#web/features/company/companyForm.ts'

const stored = aCompany({ name: 'Тёплый дом', phone: '+7 900 000-01-42' })
const form = toCompanyForm(stored)

describe('company form', () => {
  it('asks for nothing when nothing was changed', () => {
    expect(companyChanges(form, stored)).toEqual({})
  })

  it('asks for what differs alone', () => {
    expect(companyChanges({ ...form, name: ' Тёплый склад ', hidden: true }, stored)).toEqual({
      name: 'Тёплый склад',
      hidden: true,
    })
  })

  it('does not take spaces around for a change', () => {
    expect(companyChanges({ ...form, name: ' Тёплый дом ' }, stored)).toEqual({})
  })

  it('asks for all fields of a contact when one differs, in their order', () => {
    const [size, colour] = [
      { id: 'size', name: ' Размер ' },
      { id: 'colour', name: 'Цвет' },
    ] as const
    const wanted = { ...form, contactFields: [size, colour] }
    const { contactFields } = companyChanges(wanted, stored)
    expect(contactFields).toEqual([{ id: 'size', name: 'Размер' }, colour])
    const kept = { ...stored, contactFields: contactFields ?? [] }
    expect(companyChanges(wanted, kept)).toEqual({})
    expect(companyChanges({ ...form, contactFields: [colour, size] }, kept).contactFields).toHaveLength(2)
  })

  it('asks for all hours when one day differs', () => {
    const days = form.days.map((day, at) => (at === 6 ? { ...day, mode: 'dayOff' as const } : day))
    expect(companyChanges({ ...form, days }, stored).hours?.[6]).toBeNull()
  })

  it.each([
    ['without a name', { ...form, name: ' ' }],
    ['with a nameless field', { ...form, contactFields: [{ id: 'size', name: ' ' }] }],
    ['in a zone nobody knows', { ...form, timeZone: 'Europe/Atlantis' }],
    [
      'with a day nobody knows the end of',
      { ...form, days: [{ mode: 'byHours', from: '18:00', to: '' } as const] },
    ],
  ])('is not whole %s', (_, wrong) => {
    expect(isWhole(wrong)).toBe(false)
  })

  it('takes over what a colleague changes meanwhile, and keeps what was changed here', () => {
    const typed = { ...form, description: 'Пледы и шарфы' }
    const now = aCompany({ ...stored, name: 'Тёплый склад', description: 'Пледы', hidden: true })
    const taken = takenOver(typed, stored, now)
    expect(taken).toEqual({ ...toCompanyForm(now), description: 'Пледы и шарфы' })
    expect(companyChanges(taken, now)).toEqual({ description: 'Пледы и шарфы' })
  })

  it('does not take spaces around for a change of one’s own', () => {
    const now = aCompany({ ...stored, name: 'Тёплый склад' })
    expect(takenOver({ ...form, name: `${stored.name} ` }, stored, now).name).toBe('Тёплый склад')
  })

  it('is whole as it was stored', () => {
    expect(isWhole(form)).toBe(true)
  })
})
