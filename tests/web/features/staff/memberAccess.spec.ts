import { describe, expect, it } from 'vitest'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { accessChanges, takenOver } from '#web/features/staff/memberAccess.ts'
import type { MemberAccess } from '#web/features/staff/memberAccess.ts'

const [shop, stock, help] = ['shop', 'stock', 'help'].map((id) => teamIdSchema.parse(id))
if (!shop || !stock || !help) throw new Error('three teams are named')
const before: MemberAccess = { role: 'operator', visibility: 'all', teamIds: [shop, stock] }

describe('what a colleague changes meanwhile', () => {
  it('is taken over where nothing was changed here', () => {
    const now: MemberAccess = { role: 'admin', visibility: 'own', teamIds: [help] }
    expect(takenOver(before, before, now)).toEqual(now)
  })

  it('leaves alone what was changed here', () => {
    const form: MemberAccess = { ...before, visibility: 'team', teamIds: [stock] }
    const now: MemberAccess = { role: 'admin', visibility: 'own', teamIds: [shop, stock, help] }
    expect(takenOver(form, before, now)).toEqual({
      role: 'admin',
      visibility: 'team',
      teamIds: [stock, help],
    })
  })

  it('does not take him out of a department he was put into here', () => {
    const form: MemberAccess = { ...before, teamIds: [shop, stock, help] }
    expect(takenOver(form, before, { ...before, teamIds: [shop] }).teamIds).toEqual([shop, help])
  })
})

it('asks for what differs alone', () => {
  expect(accessChanges({ ...before, role: 'admin' }, before)).toEqual({ role: 'admin' })
  expect(accessChanges({ ...before, teamIds: [stock, shop] }, before)).toEqual({})
  expect(accessChanges({ ...before, teamIds: [stock] }, before)).toEqual({ teamIds: [stock] })
})
