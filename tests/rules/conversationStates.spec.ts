import { Timestamp } from 'firebase/firestore'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { brokenSteps, changing } from './brokenSteps.ts'
import type { StepChange } from './brokenSteps.ts'
import { archived, blocked, reopened, snoozedUntil, unblocked } from './conversationSteps.ts'
import { refusals } from './refusals.ts'

const NOW = Date.now()
const LATER = Timestamp.fromMillis(NOW + DAY_MS)
const putOff = { state: 'snoozed', snoozedUntilAt: LATER }

const besides: Readonly<Record<string, StepChange>> = {
  'an assignment beside it': { fields: { assigneeId: '' } },
  'a team beside it': { fields: { teamId: 'team-2' } },
}
const marksBeside: Readonly<Record<string, StepChange>> = {
  'a read mark beside it': { fields: { unreadCount: 0, readUpToAt: Timestamp.fromMillis(AN_HOUR_AGO) } },
  'an answer beside it': { fields: { unanswered: false, waitingSinceAt: null } },
}

refusals<StepChange>('archiving', {
  attempt: changing(archived),
  sound: { 'one that is put off': { before: putOff, event: { from: 'snoozed' } } },
  broken: {
    ...brokenSteps,
    ...besides,
    ...marksBeside,
    'a state nobody knows': { fields: { state: 'deleted' }, event: { to: 'deleted' } },
    'a state that is not told': { fields: { state: 'snoozed', snoozedUntilAt: LATER } },
    'a state only functions give': { fields: { state: 'empty' }, event: { to: 'empty' } },
    'the state that is': { fields: { state: 'open' }, event: { kind: 'reopened', to: 'open' } },
    'what is archived': { before: { state: 'archived' }, event: { from: 'archived' } },
    'where nobody has written yet': { before: { state: 'empty' }, event: { from: 'empty' } },
    'one that is put off, and still is': {
      before: putOff,
      fields: { snoozedUntilAt: undefined },
      event: { from: 'snoozed' },
    },
    'one that is put off, told as open': { before: putOff },
    'an event that tells of reopening': { event: { kind: 'reopened' } },
  },
})

refusals<StepChange>('reopening', {
  attempt: changing(reopened, { state: 'archived' }),
  sound: { 'one that is put off': { before: putOff, event: { from: 'snoozed' } } },
  broken: {
    ...brokenSteps,
    ...besides,
    ...marksBeside,
    'a conversation that is open': { before: { state: 'open' } },
    'a conversation that is open, told as such': { before: { state: 'open' }, event: { from: 'open' } },
    'one whose contact is blocked': { before: { blocked: true } },
    'where nobody has written yet': { before: { state: 'empty' }, event: { from: 'empty' } },
    'one that is put off, and still is': {
      before: putOff,
      fields: { snoozedUntilAt: undefined },
      event: { from: 'snoozed' },
    },
    'one that is put off, told as archived': { before: putOff },
    'a state nobody knows': { fields: { state: 'deleted' }, event: { to: 'deleted' } },
    'the state that is': {
      fields: { state: 'archived' },
      event: { kind: 'archived', from: 'open', to: 'archived' },
    },
    'an event that tells of archiving': { event: { kind: 'archived' } },
  },
})

const TOMORROW = NOW + DAY_MS

/** Another moment, and the event tells of it. */
function until(millis: number): StepChange {
  return { fields: { snoozedUntilAt: Timestamp.fromMillis(millis) }, event: { to: String(millis) } }
}

refusals<StepChange>('putting off', {
  attempt: changing(snoozedUntil(TOMORROW)),
  sound: {
    'for a minute': until(NOW + MINUTE_MS),
    'for a year': until(NOW + 366 * DAY_MS - MINUTE_MS),
    'for longer': {
      before: { ...putOff, snoozedUntilAt: Timestamp.fromMillis(NOW + HOUR_MS) },
      event: { from: 'snoozed' },
    },
    'what was due by now': {
      before: { ...putOff, snoozedUntilAt: Timestamp.fromMillis(AN_HOUR_AGO) },
      event: { from: 'snoozed' },
    },
    'what was archived by mistake': { before: { state: 'archived' }, event: { from: 'archived' } },
  },
  broken: {
    ...brokenSteps,
    ...besides,
    ...marksBeside,
    'until a moment that has passed': until(NOW - SECOND_MS),
    'for longer than a year': until(NOW + 366 * DAY_MS + 5 * MINUTE_MS),
    'until no moment': { fields: { snoozedUntilAt: null }, event: { to: '' } },
    'without saying until when': { fields: { snoozedUntilAt: undefined } },
    'until a number': { fields: { snoozedUntilAt: TOMORROW } },
    'until another moment than is told': { event: { to: String(TOMORROW + 1) } },
    'until a moment that is told in seconds': { event: { to: String(Math.floor(TOMORROW / SECOND_MS)) } },
    'what is archived, told as open': { before: { state: 'archived' } },
    'whoever is blocked': { before: { state: 'archived', blocked: true }, event: { from: 'archived' } },
    'where nobody has written yet': { before: { state: 'empty' }, event: { from: 'empty' } },
    'what is put off, told as open': { before: putOff },
    'without a change of state': { fields: { state: 'open' } },
    'into the archive': { fields: { state: 'archived' } },
    'an event that tells of waking': { event: { kind: 'woken' } },
  },
})

const NOBODY_WROTE = {
  state: 'empty',
  lastInboundAt: null,
  readUpToAt: null,
  unanswered: false,
  waitingSinceAt: null,
}

refusals<StepChange>('blocking', {
  attempt: changing(blocked),
  sound: {
    'one that is put off': { before: putOff },
    'one that is archived': { before: { state: 'archived' } },
    'where nobody has written yet': { before: NOBODY_WROTE, fields: { readUpToAt: null } },
  },
  broken: {
    ...brokenSteps,
    ...besides,
    'another answer to whether it is blocked': { fields: { blocked: false } },
    'what is blocked': { before: { blocked: true } },
    'and leaving it open': { fields: { state: 'open' } },
    'and putting it off': { fields: putOff },
    'what stays put off': { before: putOff, fields: { snoozedUntilAt: undefined } },
    'what stays unanswered': { fields: { unanswered: true } },
    'what goes on waiting': { fields: { waitingSinceAt: undefined } },
    'what stays unread': { fields: { unreadCount: 1 } },
    'without a read mark': { fields: { readUpToAt: undefined } },
    'with a mark below the newest inbound message': {
      fields: { readUpToAt: Timestamp.fromMillis(AN_HOUR_AGO - 1) },
    },
    'when a newer message has arrived': { before: { lastInboundAt: Timestamp.fromMillis(AN_HOUR_AGO + 1) } },
    'an event that tells of archiving': { event: { kind: 'archived', from: 'open', to: 'archived' } },
    'an event that tells of unblocking': { event: { kind: 'unblocked' } },
  },
})

refusals<StepChange>('unblocking', {
  attempt: changing(unblocked, blocked.fields),
  broken: {
    ...brokenSteps,
    ...besides,
    'what is not blocked': { before: { blocked: false } },
    'and leaving it in the archive': { fields: { state: 'archived' } },
    'and putting it off': { fields: putOff },
    'with unread messages beside it': { fields: { unreadCount: 1 } },
    'with somebody waiting beside it': {
      fields: { unanswered: true, waitingSinceAt: Timestamp.fromMillis(AN_HOUR_AGO) },
    },
    'an event that tells of reopening': { event: { kind: 'reopened', from: 'archived', to: 'open' } },
    'an event that tells of blocking': { event: { kind: 'blocked' } },
  },
})
