import { doc, serverTimestamp, writeBatch } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { aNote } from '#tests/builders/aNote.ts'
import { actors } from './actors.ts'
import { addStep } from './conversationSteps.ts'
import type { ConversationStep } from './conversationSteps.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import type { World } from './world.ts'

/** What is other than it should be in a note and the step that tells of it; null leaves one out. */
export interface NotingChange {
  readonly note?: Fields | null
  readonly step?: ConversationStep | null
  readonly noteId?: string
}

const OPERATOR = { id: actors.operator.sub, name: 'Ольга Орлова' } as const

/** Writes a note as the page does, in one batch. */
export function writeNote(as: Firestore, world: World, change: NotingChange = {}): Promise<void> {
  const noteId = change.noteId ?? freshId()
  const now = serverTimestamp()
  const batch = writeBatch(as)
  if (change.note !== null) {
    const note = { ...aNote({ author: OPERATOR }), createdAt: now, updatedAt: now }
    batch.set(doc(as, world.document('notes', noteId)), overlay(note, change.note))
  }
  if (change.step !== null)
    addStep(batch, as, world, { event: { kind: 'noted', from: '', to: noteId } }, change.step)
  return batch.commit()
}
