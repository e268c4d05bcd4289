import type { NoteId } from '#shared/domain/ids.ts'
import { createOutgoingList } from './outgoingList.ts'
import type { Outgoing } from './outgoingList.ts'

/** A note on its way from this browser to Firestore. */
export interface OutgoingNote extends Outgoing {
  readonly id: NoteId
  readonly text: string
  readonly mentions: readonly string[]
}

export const outgoingNotes = createOutgoingList<OutgoingNote>((note) => note)
