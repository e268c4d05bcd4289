import { deleteField, doc, serverTimestamp, updateDoc, writeBatch } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { MENTIONS_MAX_COUNT } from '#shared/domain/note.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import { creating, deleting, getting, gettingAbsent, listing, listingEverywhere } from './attempts.ts'
import { addStep, assigned } from './conversationSteps.ts'
import { freshId } from './freshId.ts'
import { writeNote } from './noting.ts'
import type { NotingChange } from './noting.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { owner } from './world.ts'
import type { World } from './world.ts'

const changing = (as: Firestore, world: World, change: Fields) =>
  updateDoc(doc(as, world.document('notes')), change)

const edited = () => ({ text: 'Третий заказ', editedAt: serverTimestamp(), updatedAt: serverTimestamp() })
const gone = () => ({ deletedAt: serverTimestamp(), updatedAt: serverTimestamp() })

async function bringBack(as: Firestore, world: World): Promise<void> {
  await changing(owner, world, gone())
  return changing(as, world, { deletedAt: deleteField(), updatedAt: serverTimestamp() })
}

accessTable('a note', {
  get: { attempt: getting('notes'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('notes'), lets: MEMBERS },
  list: { attempt: listing('notes'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('notes'), lets: NOBODY },
  'write as the operator': { attempt: (as, world) => writeNote(as, world), lets: ['operator'] },
  'write without telling of it': { attempt: creating('notes', aNote()), lets: NOBODY },
  'say it otherwise': { attempt: (as, world) => changing(as, world, edited()), lets: ['operator'] },
  'take it away': { attempt: (as, world) => changing(as, world, gone()), lets: ['operator'] },
  'bring it back': { attempt: bringBack, lets: ['operator'] },
  delete: { attempt: deleting('notes'), lets: NOBODY },
})

const ids = (count: number) => Array.from({ length: count }, (_, at) => `member-${String(at)}`)

refusals<NotingChange>('a new note', {
  attempt: writeNote,
  sound: {
    'one that mentions a colleague': { note: { mentions: [actors.admin.sub] } },
    'one that mentions as many as there may be': { note: { mentions: ids(MENTIONS_MAX_COUNT) } },
    'the longest text': { note: { text: 'я'.repeat(20_000) } },
    'the longest id': { noteId: 'n'.repeat(64) },
  },
  broken: {
    'no text': { note: { text: '' } },
    'too long a text': { note: { text: 'я'.repeat(20_001) } },
    'too many mentions': { note: { mentions: ids(MENTIONS_MAX_COUNT + 1) } },
    'a mention that is no id': { note: { mentions: ['a/b'] } },
    'a mention that is two': { note: { mentions: ['a,b'] } },
    'a mention that is a number': { note: { mentions: [7] } },
    'mentions that are a text': { note: { mentions: 'operator' } },
    'no mentions': { note: { mentions: undefined } },
    'another author': { note: { author: { id: actors.admin.sub, name: 'Ольга Орлова' } } },
    'another’s name': { note: { author: { id: actors.operator.sub, name: 'Анна Админ' } } },
    'an author with a picture': {
      note: { author: { id: actors.operator.sub, name: 'Ольга Орлова', avatar: 'x' } },
    },
    'a time of its own': { note: { createdAt: new Date(0) } },
    'a change at another time': { note: { updatedAt: new Date(0) } },
    'an edit before there was one': { note: { editedAt: serverTimestamp() } },
    'an end from the start': { note: { deletedAt: serverTimestamp() } },
    'a field nobody knows': { note: { deliver: true } },
    'too long an id': { noteId: 'n'.repeat(65) },
    'an id with a space': { noteId: 'a note' },
    'no step that tells of it': { step: null },
    'a step that tells of another': { step: { event: { to: 'another' } } },
    'a step of another kind': { step: { event: { kind: 'read' } } },
    'an assignment to whom its id names': {
      noteId: assigned.event.to,
      step: { fields: assigned.fields, event: { kind: 'assigned', from: assigned.event.from } },
    },
    'no event': { step: { event: null } },
  },
})

refusals<{ readonly another?: true }>('notes of one event', {
  attempt(as, world, { another }) {
    const batch = writeBatch(as)
    const [told, untold] = [freshId(), freshId()]
    const now = serverTimestamp()
    const note = {
      ...aNote(),
      author: { id: actors.operator.sub, name: 'Ольга Орлова' },
      createdAt: now,
      updatedAt: now,
    }
    for (const noteId of another ? [told, untold] : [told])
      batch.set(doc(as, world.document('notes', noteId)), note)
    addStep(batch, as, world, { event: { kind: 'noted', from: '', to: told } })
    return batch.commit()
  },
  broken: { 'that tells of one of two': { another: true } },
})

refusals<NotingChange>('telling of a note', {
  attempt: writeNote,
  broken: {
    'that is not written': { note: null },
    'that leads elsewhere': { step: { event: { from: 'elsewhere' } } },
    'with archiving beside it': { step: { fields: { state: 'archived' } } },
    'with an assignment beside it': { step: { fields: { assigneeId: '' } } },
    'at another time': { step: { fields: { updatedAt: new Date(0) } } },
  },
})

refusals<{ readonly again?: true }>('telling of a note once more', {
  attempt: async (as, world, { again }) => {
    if (!again) return writeNote(as, world)
    const batch = writeBatch(as)
    const noteId = world.document('notes').split('/').at(-1) ?? ''
    addStep(batch, as, world, { event: { kind: 'noted', from: '', to: noteId } })
    return batch.commit()
  },
  broken: { 'that was there before': { again: true } },
})

refusals<Fields>('a note said otherwise', {
  attempt: (as, world, change) => changing(as, world, { ...edited(), ...change }),
  sound: { 'that mentions a colleague now': { mentions: [actors.admin.sub] } },
  broken: {
    'without words': { text: '' },
    'with too many words': { text: 'я'.repeat(20_001) },
    'with a mention that is no id': { mentions: ['a b'] },
    'at a time of its own': { editedAt: new Date(0) },
    'without a change': { updatedAt: new Date(0) },
    'under another name': { author: { id: actors.operator.sub, name: 'Кто-то' } },
    'from another time': { createdAt: serverTimestamp() },
    'with a field nobody knows': { [freshId()]: 1 },
  },
})

refusals<{ readonly isGone?: true }>('a note said otherwise', {
  attempt: async (as, world, { isGone }) => {
    if (isGone) await changing(owner, world, gone())
    return changing(as, world, edited())
  },
  broken: { 'once it is away': { isGone: true } },
})

refusals<Fields>('a note taken away', {
  attempt: (as, world, change) => changing(as, world, { ...gone(), ...change }),
  broken: {
    'at a time of its own': { deletedAt: new Date(0) },
    'without a change': { updatedAt: new Date(0) },
    'with other words': { text: 'Не было' },
  },
})
