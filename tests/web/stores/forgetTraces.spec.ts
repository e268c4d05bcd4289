import { beforeEach, describe, expect, it } from 'vitest'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { forgetOtherTraces, forgetTraces, onForgotten } from '#web/stores/forgetTraces.ts'

const teply = companyIdSchema.parse('teply')
const OF_TEPLY = ['pact.draft.olga.teply.abc', 'pact.filter.teply', 'pact.recent.olga.teply'] as const
const OF_BEREG = ['pact.draft.olga.bereg.abc', 'pact.filter.bereg'] as const
const OTHERS = ['pact.company', 'pact.filter.all', 'pact.person', 'pact.theme'] as const
const left = () => Object.keys(localStorage).sort()

describe('forgotten traces', () => {
  beforeEach(() => {
    localStorage.clear()
    for (const key of [...OF_TEPLY, ...OF_BEREG, ...OTHERS]) localStorage.setItem(key, 'x')
  })

  it('are all drafts, filters, the company and the person at sign-out; the theme stays', () => {
    forgetTraces()
    expect(left()).toEqual(['pact.theme'])
  })

  it('are those of one company after a removal', () => {
    forgetTraces(teply)
    expect(left()).toEqual([...OF_BEREG, ...OTHERS].sort())
  })

  it('are those of companies he is in no more', () => {
    forgetOtherTraces([teply])
    expect(left()).toEqual([...OF_TEPLY, ...OTHERS].sort())
  })

  it('are told of to whoever holds them in memory', () => {
    const told: boolean[] = []
    const stop = onForgotten((concerns) => told.push(concerns('teply'), concerns('bereg')))
    forgetTraces(teply)
    forgetTraces()
    stop()
    forgetTraces()
    expect(told).toEqual([true, false, true, true])
  })
})
