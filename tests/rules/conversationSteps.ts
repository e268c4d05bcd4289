import { Timestamp, doc, serverTimestamp, writeBatch } from 'firebase/firestore'
import type { Firestore, WriteBatch } from 'firebase/firestore'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { actors } from './actors.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import type { World } from './world.ts'

/** One change of a conversation and the event that tells of it; `event: null` leaves the event out. */
export interface ConversationStep {
  readonly fields?: Fields
  readonly event?: Fields | null
  readonly eventId?: string
  /** What the contact is told of who answers him; `null` leaves him untold. */
  readonly contact?: Fields | null
}

export const archived = {
  fields: { state: 'archived', snoozedUntilAt: null },
  event: { kind: 'archived', from: 'open', to: 'archived' },
} as const satisfies ConversationStep

export const reopened = {
  fields: { state: 'open', snoozedUntilAt: null },
  event: { kind: 'reopened', from: 'archived', to: 'open' },
} as const satisfies ConversationStep

/** Puts a conversation off; the event says until when. */
export function snoozedUntil(millis: number): ConversationStep {
  return {
    fields: { state: 'snoozed', snoozedUntilAt: Timestamp.fromMillis(millis) },
    event: { kind: 'snoozed', from: 'open', to: String(millis) },
  }
}

/** The admin is in charge when the world begins; now it is the member who was signed out elsewhere. */
export const assigned = {
  fields: { assigneeId: actors['signed-out member'].sub },
  event: { kind: 'assigned', from: actors.admin.sub, to: actors['signed-out member'].sub },
} as const satisfies ConversationStep

export const givenToTeam = {
  fields: {},
  event: { kind: 'teamAssigned', from: '' },
} as const satisfies ConversationStep

const seen = { unreadCount: 0, readUpToAt: Timestamp.fromMillis(AN_HOUR_AGO) }

export const read = {
  fields: seen,
  event: { kind: 'read', from: '', to: '' },
} as const satisfies ConversationStep

export const answered = {
  fields: { ...seen, unanswered: false, waitingSinceAt: null },
  event: { kind: 'answered', from: '', to: '' },
} as const satisfies ConversationStep

/** Whoever is blocked waits for nothing. */
export const blocked = {
  fields: { ...answered.fields, blocked: true, state: 'archived', snoozedUntilAt: null },
  event: { kind: 'blocked', from: '', to: '' },
} as const satisfies ConversationStep

export const unblocked = {
  fields: { blocked: false, state: 'open' },
  event: { kind: 'unblocked', from: '', to: '' },
} as const satisfies ConversationStep

/** The mark taken back: the world of the step begins with it. */
export const unanswered = {
  fields: {
    unreadCount: 2,
    readUpToAt: null,
    unanswered: true,
    waitingSinceAt: Timestamp.fromMillis(AN_HOUR_AGO - 1),
  },
  event: { kind: 'unanswered', from: '', to: '' },
} as const satisfies ConversationStep

function eventOf(step: ConversationStep, change: ConversationStep): Record<string, unknown> {
  const base = { ...step.event, by: actors.operator.sub, byName: 'Ольга Орлова', at: serverTimestamp() }
  return overlay(base, change.event ?? {})
}

/** Who answers, as the page copies it to the contact. */
function copiesOf(fields: Fields, change: ConversationStep): Fields | null {
  if (change.contact !== undefined) return change.contact
  const given = overlay(fields, change.fields)
  const copied = Object.entries(given).filter(([name]) => name === 'assigneeId' || name === 'teamId')
  return copied.length > 0 ? Object.fromEntries(copied) : null
}

/** Puts a step into a batch, with something about it changed. */
export function addStep(
  batch: WriteBatch,
  as: Firestore,
  world: World,
  step: ConversationStep,
  change: ConversationStep = {},
): void {
  const eventId = change.eventId ?? freshId()
  const fields = { ...step.fields, lastEventId: eventId, updatedAt: serverTimestamp() }
  batch.update(doc(as, world.document('conversations')), overlay(fields, change.fields))
  const copies = copiesOf(fields, change)
  if (copies) batch.update(doc(as, world.document('contacts')), copies)
  if (change.event !== null)
    batch.set(doc(as, world.document('conversationEvents', eventId)), eventOf(step, change))
}

/** Makes a step as the page does, in one batch. */
export function makeStep(
  as: Firestore,
  world: World,
  step: ConversationStep,
  change: ConversationStep = {},
): Promise<void> {
  const batch = writeBatch(as)
  addStep(batch, as, world, step, change)
  return batch.commit()
}
