import { describe, expect, it } from 'vitest'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import { automationChanges, isWhole, toAutomationForm } from '#web/features/automation/automationForm.ts'
import { aChannel } from '#tests/builders/aChannel.ts'

const stored = aChannel({ greeting: 'Здравствуйте' })
const form = toAutomationForm(stored)

describe('automation form', () => {
  it('asks for nothing as it was stored', () => {
    expect(automationChanges(form, stored)).toEqual({})
    expect(automationChanges({ ...form, greeting: ' Здравствуйте\n' }, stored)).toEqual({})
  })

  it('asks for the whole assignment when one thing of it differs', () => {
    expect(automationChanges({ ...form, mode: 'leastBusy' }, stored)).toEqual({
      assignment: { mode: 'leastBusy', teamId: '', onlineOnly: false },
    })
  })

  it('asks for hours of its own, and for the company’s again', () => {
    expect(automationChanges({ ...form, hours: ALWAYS }, stored)).toEqual({ hours: ALWAYS })
    expect(automationChanges({ ...form, hours: null }, aChannel({ ...stored, hours: ALWAYS }))).toEqual({
      hours: null,
    })
  })

  it('takes an answer away', () => {
    expect(automationChanges({ ...form, greeting: '  ' }, stored)).toEqual({ greeting: '' })
  })

  it('is not whole while a day has no beginning or no end', () => {
    expect([form, { ...form, hours: ALWAYS }, { ...form, hours: undefined }].map(isWhole)).toEqual([
      true,
      true,
      false,
    ])
  })
})
