import { describe, expect, it } from 'vitest'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { NOON } from '#tests/builders/moments.ts'
import { createConversationWindows } from '#web/features/inbox/conversationWindows.ts'
import type { ListChoice } from '#web/features/inbox/inboxFilters.ts'

const PAGE = 2
function doNothing(): void {}
const openOnes: ListChoice = { filter: 'open', order: 'inbound', narrowing: NO_NARROWING }
const house = { companyId: companyIdSchema.parse('house'), sight: {} }
const garden = { companyId: companyIdSchema.parse('garden'), sight: {} }

/** Rows named by when their customers wrote last. */
const rowsAt = (moments: readonly number[]) =>
  moments.map((at) => aConversationRow(`at-${String(at)}`, { sortAt: at, createdAt: 100 - at }))

/** Windows over companies whose conversations are at these moments, two a page. */
function windowsOver(moments: Readonly<Record<string, readonly number[]>>) {
  const asked: string[] = []
  const learned: number[] = []
  const state = { isBroken: false, changes: 0, goOn: doNothing }
  const windows = createConversationWindows<number>({
    sources: [house, garden].filter(({ companyId }) => companyId in moments),
    async fetch({ companyId }, { query }, after) {
      asked.push(`${companyId} ${query} ${String(after ?? 0)}`)
      await Promise.resolve()
      if (state.isBroken) throw new Error('unavailable')
      const from = after ?? 0
      const all = rowsAt(moments[companyId] ?? [])
      return { items: all.slice(from, from + PAGE), next: from + PAGE < all.length ? from + PAGE : null }
    },
    untilRetry: () => new Promise((resolve) => (state.goOn = resolve)),
    view: () => ({ memberId: userIdSchema.parse('olga'), now: NOON }),
    onRows: (rows) => learned.push(...rows.map(({ sortAt }) => sortAt)),
    onChanged: () => state.changes++,
  })
  const floor = (choice = openOnes) => windows.of(choice)?.floor?.sortAt ?? null
  return { windows, asked, learned, state, floor }
}

describe('a window of a list', () => {
  it('is loading until its first page is there, and is read once', async () => {
    const { windows, asked, learned, floor } = windowsOver({ house: [9, 8, 7] })
    const opened = windows.open(openOnes)
    expect(windows.of(openOnes)?.status).toBe('loading')
    await opened
    await windows.open(openOnes)
    expect([windows.of(openOnes)?.status, floor()]).toEqual(['ready', 8])
    expect([asked, learned]).toEqual([['house conversationsInState 0'], [9, 8]])
  })

  it('reaches further down page by page, to the end and no further', async () => {
    const { windows, learned, asked, floor } = windowsOver({ house: [9, 8, 7, 6, 5] })
    await windows.open(openOnes)
    await windows.loadOlder(openOnes)
    expect(floor()).toBe(6)
    await windows.loadOlder(openOnes)
    expect(floor()).toBeNull()
    await windows.loadOlder(openOnes)
    expect([learned, asked.length]).toEqual([[9, 8, 7, 6, 5], 3])
  })

  it('reads one page at a time', async () => {
    const { windows, asked } = windowsOver({ house: [9, 8, 7, 6, 5] })
    await windows.open(openOnes)
    await Promise.all([windows.loadOlder(openOnes), windows.loadOlder(openOnes)])
    expect(asked).toHaveLength(2)
    expect(windows.of(openOnes)?.isLoadingOlder).toBe(false)
  })

  it('says that it failed, and is read again when asked', async () => {
    const { windows, state, floor } = windowsOver({ house: [9, 8, 7] })
    state.isBroken = true
    await windows.open(openOnes)
    expect(windows.of(openOnes)?.status).toBe('failed')
    state.isBroken = false
    await windows.open(openOnes)
    expect([windows.of(openOnes)?.status, floor()]).toEqual(['ready', 8])
  })

  it('that failed stays so to the eye while it is read again', async () => {
    const { windows, state } = windowsOver({ house: [9, 8, 7] })
    state.isBroken = true
    await windows.open(openOnes)
    state.isBroken = false
    const again = windows.openAgain(openOnes)
    expect(windows.of(openOnes)?.status).toBe('failed')
    await again
    expect(windows.of(openOnes)?.status).toBe('ready')
  })

  it('stays as far down as it was when an older page does not come, and may ask again after a pause', async () => {
    const { windows, asked, state, floor } = windowsOver({ house: [9, 8, 7] })
    await windows.open(openOnes)
    state.isBroken = true
    const failed = windows.loadOlder(openOnes)
    for (let turn = 0; turn < 20; turn++) await windows.loadOlder(openOnes)
    expect(asked).toHaveLength(2)
    state.goOn()
    await failed
    expect(windows.of(openOnes)).toMatchObject({ status: 'ready', isLoadingOlder: false })
    expect(floor()).toBe(8)
    state.isBroken = false
    await windows.loadOlder(openOnes)
    expect(floor()).toBeNull()
  })

  it('tells of every change', async () => {
    const { windows, state } = windowsOver({ house: [9, 8, 7] })
    await windows.open(openOnes)
    expect(state.changes).toBe(2)
    await windows.loadOlder(openOnes)
    expect(state.changes).toBe(4)
  })

  it('is each list’s own: of a filter, of what narrows it, of an order', async () => {
    const { windows, asked } = windowsOver({ house: [9, 8, 7] })
    const archived: ListChoice = { ...openOnes, filter: 'archived' }
    const tagged: ListChoice = { ...openOnes, narrowing: { ...NO_NARROWING, tag: 'опт' } }
    const byCreation: ListChoice = { ...openOnes, order: 'creation' }
    for (const choice of [openOnes, archived, tagged, byCreation]) await windows.open(choice)
    expect(asked).toHaveLength(4)
    expect(asked[3]).toBe('house conversationsInStateByCreation 0')
    await windows.loadOlder(archived)
    expect(windows.of(archived)?.floor).toBeNull()
    expect(windows.of(openOnes)?.floor?.sortAt).toBe(8)
  })

  it('that was never opened does not read older pages', async () => {
    const { windows, asked } = windowsOver({ house: [9, 8, 7] })
    await windows.loadOlder(openOnes)
    expect(asked).toEqual([])
  })
})

describe('a window over several companies', () => {
  it('reaches as far down as the one that was read least far', async () => {
    const { windows, floor } = windowsOver({ house: [9, 8, 7, 6], garden: [5, 4, 3] })
    await windows.open(openOnes)
    expect(floor()).toBe(8)
  })

  it('reads on only where that is needed', async () => {
    const { windows, asked, floor } = windowsOver({ house: [9, 8, 7, 6, 2], garden: [5, 4, 3] })
    await windows.open(openOnes)
    await windows.loadOlder(openOnes)
    expect(floor()).toBe(6)
    await windows.loadOlder(openOnes)
    expect(floor()).toBe(4)
    await windows.loadOlder(openOnes)
    expect(floor()).toBeNull()
    expect(asked.slice(2)).toEqual([
      'house conversationsInState 2',
      'house conversationsInState 4',
      'garden conversationsInState 2',
    ])
  })

  it('reaches to the end where all have been read to theirs', async () => {
    const { windows, floor } = windowsOver({ house: [9], garden: [] })
    await windows.open(openOnes)
    expect([windows.of(openOnes)?.status, floor()]).toEqual(['ready', null])
  })
})
