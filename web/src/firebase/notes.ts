import {
  collection,
  deleteField,
  doc,
  getDoc,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from 'firebase/firestore'
import type { QueryDocumentSnapshot, WriteBatch } from 'firebase/firestore'
import { noteIdSchema } from '#shared/domain/ids.ts'
import type { NoteId } from '#shared/domain/ids.ts'
import { noteSchema } from '#shared/domain/note.ts'
import type { Note } from '#shared/domain/note.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { changeFeed } from './changeFeed.ts'
import { firestore } from './firestore.ts'
import { frameBatch } from './frameBatch.ts'
import type { ConversationPlace } from './messages.ts'
import type { OutgoingNote } from './outgoingNotes.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { untilStored } from './untilStored.ts'
import { webQuery } from './webQuery.ts'

/** `isPending`: written here, the server has not answered yet. `refusal`: it has, and will not take it. */
export type ThreadNote = Note & {
  readonly id: NoteId
  readonly isPending: boolean
  readonly refusal?: string
}

export interface NoteChange {
  readonly id: NoteId
  /** Null: a write of ours was refused, the note never was. */
  readonly note: ThreadNote | null
}

export interface NoteWords {
  readonly text: string
  readonly mentions: readonly string[]
}

const NOTE_PAGE_SIZE = 20

function read(snapshot: QueryDocumentSnapshot): ThreadNote | null {
  const note = readDocument(noteSchema, noteIdSchema, snapshot)
  return note && { ...note, isPending: snapshot.metadata.hasPendingWrites }
}

/** Newest first. */
export function fetchNotes(place: ConversationPlace, after: Cursor | null): Promise<Page<ThreadNote>> {
  return fetchPage(webQuery('notes', place), { size: NOTE_PAGE_SIZE, after, read })
}

/** Every note that is new, edited, taken away or brought back since `anchor`. */
export function followNotes(
  place: ConversationPlace,
  anchor: number,
  onChanges: (changes: readonly NoteChange[]) => void,
): () => void {
  const pass = frameBatch(onChanges)
  return changeFeed({
    query: (rangeAt) => webQuery('noteChanges', place, { rangeAt }),
    anchor,
    onChanged(docs) {
      const notes = docs.map(read).filter(isPresent)
      pass(notes.map((note) => ({ id: note.id, note })))
    },
    onRemoved(id) {
      pass([{ id: noteIdSchema.parse(id), note: null }])
    },
  })
}

/** Writes a note and tells of it, also those it names, in one batch: the rules refuse the one without the other. Resolves when the server has it. */
export function writeNote({
  id,
  text,
  mentions,
  author,
  companyId,
  conversationId,
}: OutgoingNote): Promise<void> {
  const place = { companyId, conversationId }
  const event = doc(collection(firestore, collectionPath('conversationEvents', place)))
  const now = serverTimestamp()
  const batch = writeBatch(firestore)
  batch.set(noteAt(place, id), {
    text,
    mentions: [...mentions],
    author: { id: author.id, name: author.name },
    createdAt: now,
    updatedAt: now,
  })
  batch.update(doc(firestore, documentPath('conversations', place)), {
    lastEventId: event.id,
    updatedAt: now,
  })
  batch.set(event, { kind: 'noted', from: '', to: id, by: author.id, byName: author.name, at: now })
  tellOf({ batch, place, noteId: id, author, mentions })
  return batch.commit()
}

interface Telling {
  readonly batch: WriteBatch
  readonly place: ConversationPlace
  readonly noteId: NoteId
  readonly author: Note['author']
  readonly mentions: readonly string[]
}

function tellOf({ batch, place, noteId, author, mentions }: Telling): void {
  const mention = { noteId, by: author.id, byName: author.name, at: serverTimestamp() }
  for (const userId of mentions)
    batch.set(doc(firestore, documentPath('mentions', { ...place, userId })), mention)
}

export async function isNoteStored(place: ConversationPlace, noteId: NoteId): Promise<boolean> {
  return (await getDoc(noteAt(place, noteId))).exists()
}

function noteAt({ companyId, conversationId }: ConversationPlace, noteId: NoteId) {
  return doc(firestore, documentPath('notes', { companyId, conversationId, noteId }))
}

/** Says it otherwise and tells those whom it did not name before; `author` as his company calls him now. */
export function editNote(
  place: ConversationPlace,
  note: ThreadNote,
  { text, mentions }: NoteWords,
  author: Note['author'],
): Promise<void> {
  const now = serverTimestamp()
  const batch = writeBatch(firestore)
  batch.update(noteAt(place, note.id), { text, mentions: [...mentions], editedAt: now, updatedAt: now })
  const newlyNamed = mentions.filter((userId) => !note.mentions.includes(userId))
  tellOf({ batch, place, noteId: note.id, author, mentions: newlyNamed })
  return untilStored(batch.commit())
}

export function takeNoteAway(place: ConversationPlace, noteId: NoteId): Promise<void> {
  return untilStored(
    updateDoc(noteAt(place, noteId), { deletedAt: serverTimestamp(), updatedAt: serverTimestamp() }),
  )
}

export function bringNoteBack(place: ConversationPlace, noteId: NoteId): Promise<void> {
  return untilStored(
    updateDoc(noteAt(place, noteId), { deletedAt: deleteField(), updatedAt: serverTimestamp() }),
  )
}
