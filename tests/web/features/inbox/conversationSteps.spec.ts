import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import {
  answering,
  archiving,
  assigning,
  blocking,
  givingToTeam,
  readStep,
  reopening,
  snoozing,
  unblocking,
} from '#web/features/inbox/conversationSteps.ts'
import type { Deed } from '#web/features/inbox/conversationSteps.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'

const TOMORROW = Date.now() + DAY_MS
const IN_AN_HOUR = Date.now() + HOUR_MS

const row = (change: Parameters<typeof aConversationRow>[1] = {}) => aConversationRow('c1', change)
const open = row()
const archived = row({ state: 'archived' })
const snoozed = row({ state: 'snoozed', snoozedUntilAt: IN_AN_HOUR })
const empty = row({ state: 'empty', lastInboundAt: null, unanswered: false, unreadCount: 0 })
const blocked = row({ state: 'archived', blocked: true, unanswered: false, unreadCount: 0 })

/** The row once a deed is done, and once it is taken back. */
function doneAndUndone(before: ConversationRow, deed: Deed) {
  const step = deed.stepOf(before)
  if (!step) throw new Error('there is something to do')
  const after = { ...before, ...step.fields }
  const undo = deed.undoOf(before)
  return { step, after, undo, undone: { ...after, ...undo.fields } }
}

describe('a deed', () => {
  it.each<[string, Deed, readonly ConversationRow[]]>([
    ['archive', archiving, [archived, empty, blocked]],
    ['reopen', reopening, [open, empty, blocked]],
    ['put off', snoozing(TOMORROW), [archived, empty, blocked]],
    ['block', blocking, [blocked]],
    ['unblock', unblocking, [open, archived, snoozed, empty]],
    ['answer', answering, [empty, blocked]],
    ['assign', assigning('member-2'), [row({ assigneeId: 'member-2' })]],
    ['take from all', assigning(''), [open]],
    ['give to a team', givingToTeam('team-1'), [row({ teamId: 'team-1' })]],
  ])('finds nothing to do: %s', (_name, deed, rows) => {
    expect(rows.map(deed.stepOf)).toEqual(rows.map(() => null))
  })

  it.each<[string, Deed, readonly ConversationRow[]]>([
    ['archive', archiving, [open, snoozed]],
    ['reopen', reopening, [archived, snoozed]],
    ['put off', snoozing(TOMORROW), [open, snoozed]],
    ['answer', answering, [open, row({ unanswered: false })]],
    ['assign', assigning('member-2'), [open, row({ assigneeId: 'member-1' })]],
    ['give to a team', givingToTeam('team-1'), [open, row({ teamId: 'team-2' })]],
  ])('is taken back as it was: %s', (_name, deed, rows) => {
    for (const before of rows) expect(doneAndUndone(before, deed).undone).toEqual(before)
  })

  it('tells from what state it came, to be taken back from where it went', () => {
    const { step, undo } = doneAndUndone(snoozed, archiving)
    expect(step).toMatchObject({ kind: 'archived', from: 'snoozed', to: 'archived' })
    expect(step.fields).toEqual({ state: 'archived', snoozedUntilAt: null })
    expect(undo).toMatchObject({ from: 'archived' })
  })
})

describe('putting off', () => {
  it('tells the moment in milliseconds', () => {
    expect(snoozing(TOMORROW).stepOf(open)).toEqual({
      kind: 'snoozed',
      fields: { state: 'snoozed', snoozedUntilAt: TOMORROW },
      from: 'open',
      to: String(TOMORROW),
    })
  })

  it('for another time is taken back to the former one', () => {
    expect(doneAndUndone(snoozed, snoozing(TOMORROW)).undo).toMatchObject({
      kind: 'snoozed',
      fields: { snoozedUntilAt: IN_AN_HOUR },
      from: 'snoozed',
    })
  })

  it('is not taken back to a moment that has passed: then it is open', () => {
    const due = row({ state: 'snoozed', snoozedUntilAt: AN_HOUR_AGO })
    for (const deed of [snoozing(TOMORROW), reopening])
      expect(doneAndUndone(due, deed).undone).toMatchObject({ state: 'open', snoozedUntilAt: null })
  })

  it('ended by archiving is opened when that is taken back too late', () => {
    const due = { ...snoozed, snoozedUntilAt: Date.now() - DAY_MS }
    expect(doneAndUndone(due, archiving).undone).toMatchObject({ state: 'open', snoozedUntilAt: null })
  })
})

describe('blocking', () => {
  it.each([open, archived, snoozed, empty])('archives, and leaves nobody waiting', (before) => {
    const { step, after } = doneAndUndone(before, blocking)
    expect(step).toMatchObject({ kind: 'blocked', from: '', to: '' })
    expect(after).toMatchObject({
      blocked: true,
      state: 'archived',
      snoozedUntilAt: null,
      unanswered: false,
      waitingSinceAt: null,
      unreadCount: 0,
      readUpToAt: before.lastInboundAt,
    })
  })

  it('is taken back by unblocking, which opens', () => {
    const { undo, undone } = doneAndUndone(open, blocking)
    expect(undo).toEqual(unblocking.stepOf(blocked))
    expect(undone).toMatchObject({ blocked: false, state: 'open' })
  })

  it('follows where unblocking is taken back', () => {
    expect(doneAndUndone(blocked, unblocking)).toMatchObject({
      after: { blocked: false, state: 'open' },
      undo: { kind: 'blocked' },
      undone: { blocked: true, state: 'archived' },
    })
  })
})

describe('a mark', () => {
  it('of reading goes up to the newest inbound message and leaves it unanswered', () => {
    expect(readStep(open)).toEqual({
      kind: 'read',
      fields: { unreadCount: 0, readUpToAt: AN_HOUR_AGO },
      from: '',
      to: '',
    })
  })

  it('of an answer ends the waiting, too', () => {
    expect(answering.stepOf(open)?.fields).toEqual({
      unanswered: false,
      waitingSinceAt: null,
      unreadCount: 0,
      readUpToAt: AN_HOUR_AGO,
    })
  })
})

it('assigning tells from whom to whom, both ways', () => {
  const { step, undo } = doneAndUndone(row({ assigneeId: 'member-1' }), assigning('member-2'))
  expect([step.from, step.to, undo.from, undo.to]).toEqual(['member-1', 'member-2', 'member-2', 'member-1'])
})
