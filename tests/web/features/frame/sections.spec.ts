import { describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { sections } from '#web/features/frame/sections.ts'

const companyId = companyIdSchema.parse('teply')

describe('sections', () => {
  it('an operator has the inbox only', () => {
    expect(sections(companyId, false).map(({ name }) => name)).toEqual(['inbox'])
  })

  it('an admin has the settings, too', () => {
    expect(sections(companyId, true).map(({ name }) => name)).toEqual(['inbox', 'settings'])
  })

  it('know their own pages', () => {
    const [inbox, settings] = sections(companyId, true)
    expect(inbox?.isCurrent('/c/teply/inbox/abc')).toBe(true)
    expect(inbox?.isCurrent('/c/teply/settings/channels')).toBe(false)
    expect(settings?.isCurrent('/c/teply/settings/channels/connect/telegram')).toBe(true)
  })
})
