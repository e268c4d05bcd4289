import { describe, expect, it } from 'vitest'
import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import { aDraft } from '#tests/builders/aDraft.ts'
import { NOON } from '#tests/builders/moments.ts'
import type { LocalDraft } from '#web/features/inbox/drafts.ts'
import { mergeDrafts } from '#web/features/inbox/mergeDrafts.ts'

const HOME = companyIdSchema.parse('home')

const here = (change: Partial<LocalDraft> = {}): LocalDraft => ({
  text: 'здесь',
  note: '',
  at: NOON,
  isSaved: true,
  ...change,
})
const there = (id: string, updatedAt = NOON) => ({
  ...aDraft({ text: 'там', updatedAt }),
  id: conversationIdSchema.parse(id),
})

function merged(
  local: Readonly<Record<string, LocalDraft>>,
  drafts: readonly ReturnType<typeof there>[],
  { isAll = true, isFirst = false, justSaved = new Set<string>() } = {},
) {
  const changes = mergeDrafts(HOME, new Map(Object.entries(local)), { drafts, isAll }, { isFirst, justSaved })
  return Object.fromEntries([...changes].map(([key, { text }]) => [key, text]))
}

describe('what the server has', () => {
  it('is taken over where nothing is written here', () => {
    expect(merged({}, [there('a')])).toEqual({ 'home.a': 'там' })
    expect(merged({ 'home.a': here() }, [there('a')])).toEqual({ 'home.a': 'там' })
  })

  it('never replaces what is being written here', () => {
    expect(merged({ 'home.a': here({ isSaved: false }) }, [there('a', NOON + 1)])).toEqual({})
  })

  it('replaces what an earlier page left unsaved where it is newer', () => {
    const left = { 'home.a': here({ isSaved: false }), 'home.b': here({ isSaved: false }) }
    expect(merged(left, [there('a', NOON + 1), there('b', NOON - 1)], { isFirst: true })).toEqual({
      'home.a': 'там',
    })
  })
})

describe('what the server has no longer', () => {
  it('goes here, too', () => {
    expect(merged({ 'home.a': here() }, [])).toEqual({ 'home.a': '' })
  })

  it('stays while it is being written here', () => {
    expect(merged({ 'home.a': here({ isSaved: false }) }, [])).toEqual({})
  })

  it('stays where older ones are only not listened to', () => {
    expect(merged({ 'home.a': here() }, [], { isAll: false })).toEqual({})
  })

  it('stays while it has only just been saved here: the server’s list may be older', () => {
    expect(merged({ 'home.a': here() }, [], { justSaved: new Set(['home.a']) })).toEqual({})
    expect(merged({ 'home.a': here() }, [there('a')], { justSaved: new Set(['home.a']) })).toEqual({})
  })

  it('stays in other companies', () => {
    expect(merged({ 'homely.a': here() }, [])).toEqual({})
  })
})
