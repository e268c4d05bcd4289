import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeCompany } from '#functions/companies/changeCompany.ts'
import { get, set } from '#functions/store/store.ts'
import { changeCompanyContract } from '#shared/api/companies.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { NOON } from '#tests/builders/moments.ts'
import { auditOf, bicycles, olga, skis } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('change-company')

beforeEach(async () => {
  await project.clear()
  await set(['companies', { companyId: bicycles }], aCompany())
  await set(['companies', { companyId: skis }], aCompany({ name: 'Лыжи' }))
})
afterAll(() => project.close())

const actor = { by: olga, byName: 'Ольга', address: '203.0.113.7' }
const change = (changes: Record<string, unknown>, companyId = bicycles) =>
  changeCompany(changeCompanyContract.request.parse({ companyId, ...changes }), actor, NOON)
const company = (companyId = bicycles) => get('companies', { companyId })

const WEEK = [...ALWAYS.slice(0, 5).map(() => ({ fromMinute: 540, toMinute: 1080 })), null, null]

describe('a company', () => {
  it.each([
    ['name', 'Лыжи у парка'],
    ['phone', '+78120000099'],
    ['description', 'Прокат'],
    ['timeZone', 'Asia/Yekaterinburg'],
    ['hours', WEEK],
    ['hidden', true],
    ['contactFields', [{ id: 'size', name: 'Размер' }]],
  ])('changes its %s alone', async (field, value) => {
    await change({ [field]: value })
    expect(await company()).toEqual({ ...aCompany(), [field]: value })
    expect(await company(skis)).toEqual(aCompany({ name: 'Лыжи' }))
  })

  it('changes all of it at once', async () => {
    const all = { name: 'Лыжи', phone: '', description: '', timeZone: 'UTC', hours: WEEK, hidden: true }
    await change(all)
    expect(await company()).toEqual({ ...aCompany(), ...all })
  })

  it('that is not there is not made', async () => {
    const nowhere = companyIdSchema.parse('nowhere')
    expect(await refusalOf(change({ name: 'Ничто' }, nowhere))).toEqual({ code: 'notFound' })
    expect(await company(nowhere)).toBeUndefined()
  })
})

describe('a change', () => {
  it('is on record with what was and what is', async () => {
    await change({ name: 'Лыжи у парка', timeZone: 'Asia/Omsk', hidden: true })
    expect(await auditOf(bicycles)).toEqual([
      {
        kind: 'companyChanged',
        by: olga,
        byName: 'Ольга',
        subject: 'Лыжи у парка',
        address: '203.0.113.7',
        at: NOON,
        details: {
          nameBefore: 'Велосипеды у парка',
          name: 'Лыжи у парка',
          timeZoneBefore: 'Europe/Moscow',
          timeZone: 'Asia/Omsk',
          hiddenBefore: 'false',
          hidden: 'true',
        },
      },
    ])
    expect(await auditOf(skis)).toEqual([])
  })

  it('of hours is on record day by day', async () => {
    await change({ hours: WEEK })
    const [entry] = await auditOf(bicycles)
    expect(entry?.details).toEqual({
      hoursBefore: Array(7).fill('00:00–24:00').join(', '),
      hours: [...Array<string>(5).fill('09:00–18:00'), '–', '–'].join(', '),
    })
  })

  it('of what is asked of contacts is on record by names, in order', async () => {
    const [size, colour] = [
      { id: 'size', name: 'Размер' },
      { id: 'colour', name: 'Цвет' },
    ]
    await change({ contactFields: [size, colour] })
    await change({ contactFields: [colour, size] })
    // Both may be of one millisecond.
    const told = (await auditOf(bicycles)).map(({ details }) => details)
    expect(told).toHaveLength(2)
    expect(told).toContainEqual({ contactFieldsBefore: '', contactFields: 'Размер, Цвет' })
    expect(told).toContainEqual({ contactFieldsBefore: 'Размер, Цвет', contactFields: 'Цвет, Размер' })
  })

  it('of a long text is on record by its beginning', async () => {
    await change({ description: 'я'.repeat(2000) })
    expect((await auditOf(bicycles))[0]?.details['description']).toBe('я'.repeat(200))
  })

  it('to what is there already is none', async () => {
    const { name, phone, hours } = aCompany()
    await change({ name, phone, hours })
    await change({})
    expect(await auditOf(bicycles)).toEqual([])
  })

  it('is on record once, however often it is asked for at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => change({ name: 'Лыжи у парка' })))
    expect(await auditOf(bicycles)).toHaveLength(1)
  })
})

it('a request may name hours that cross midnight', () => {
  const hours = [{ fromMinute: 1320, toMinute: 120 }, ...WEEK.slice(1)]
  expect(changeCompanyContract.request.safeParse({ companyId: bicycles, hours }).success).toBe(true)
})

describe('a request', () => {
  const day = (fromMinute: number, toMinute: number) => [{ fromMinute, toMinute }, ...WEEK.slice(1)]

  it.each([
    ['a name of spaces', { name: '  ' }],
    ['a nameless field', { contactFields: [{ id: 'size', name: ' ' }] }],
    ['a long name of a field', { contactFields: [{ id: 'size', name: 'я'.repeat(61) }] }],
    [
      'two fields of one id',
      {
        contactFields: [
          { id: 'size', name: 'Размер' },
          { id: 'size', name: 'Цвет' },
        ],
      },
    ],
    [
      'too many fields',
      { contactFields: Array.from({ length: 21 }, (_, at) => ({ id: `f${String(at)}`, name: 'Поле' })) },
    ],
    ['a long name', { name: 'я'.repeat(256) }],
    ['a long phone', { phone: '1'.repeat(33) }],
    ['a long description', { description: 'я'.repeat(2001) }],
    ['a time zone nobody knows', { timeZone: 'Europe/Atlantis' }],
    ['an offset for a time zone', { timeZone: '+03:00' }],
    ['no time zone', { timeZone: '' }],
    ['a day that ends as it begins at midnight', { hours: day(0, 0) }],
    ['a day of more than a day', { hours: day(0, 1441) }],
    ['a day that begins yesterday', { hours: day(-1, 540) }],
    ['half minutes', { hours: day(0.5, 540) }],
    ['a week of six days', { hours: WEEK.slice(1) }],
    ['a field of no company', { publicId: 1 }],
  ])('is refused for %s', (_name, changes) => {
    const { success } = changeCompanyContract.request.safeParse({ companyId: bicycles, ...changes })
    expect(success).toBe(false)
  })
})
