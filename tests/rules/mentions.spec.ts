import { Timestamp, doc, serverTimestamp, setDoc, writeBatch } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { MENTIONS_MAX_COUNT } from '#shared/domain/note.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { NOBODY, actors } from './actors.ts'
import { deleting, getting, gettingAbsent, listing, listingEverywhere } from './attempts.ts'
import { addStep } from './conversationSteps.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import type { World } from './world.ts'

interface Telling {
  /** Whom the note names. */
  readonly mentions?: readonly string[]
  /** Who is told of it. */
  readonly told?: readonly string[]
  readonly mention?: Fields
  readonly note?: Fields
  /** Told without a note. */
  readonly isNoteless?: true
  readonly conversationId?: string
}

const ADMIN = actors.admin.sub
const OPERATOR = { id: actors.operator.sub, name: 'Ольга Орлова' } as const

const placeOf = (world: World, userId: string, conversationId = world.conversationId) =>
  `${world.document('mentions').replace(actors.operator.sub, userId).split('/').slice(0, -1).join('/')}/${conversationId}`

/** Writes a note and tells those it names, as the page does, in one batch. */
function telling(as: Firestore, world: World, change: Telling = {}): Promise<void> {
  const { mentions = [ADMIN], told = mentions, conversationId } = change
  const [noteId, now] = [freshId(), serverTimestamp()]
  const batch = writeBatch(as)
  if (!change.isNoteless) {
    const note = { ...aNote({ author: OPERATOR, mentions: [...mentions] }), createdAt: now, updatedAt: now }
    batch.set(doc(as, world.document('notes', noteId)), overlay(note, change.note))
    addStep(batch, as, world, { event: { kind: 'noted', from: '', to: noteId } })
  }
  const mention = { noteId, by: OPERATOR.id, byName: OPERATOR.name, at: now }
  for (const userId of told) {
    batch.set(doc(as, placeOf(world, userId, conversationId)), overlay(mention, change.mention))
  }
  return batch.commit()
}

async function tellAgain(as: Firestore, world: World): Promise<void> {
  await telling(as, world)
  return telling(as, world)
}

/** Of a note that has been there for long. */
const tellingOfAnother: Attempt = (as, world) =>
  setDoc(doc(as, placeOf(world, ADMIN)), {
    noteId: world.document('notes').split('/').at(-1),
    by: OPERATOR.id,
    byName: OPERATOR.name,
    at: serverTimestamp(),
  })

accessTable('that the operator was mentioned', {
  get: { attempt: getting('mentions'), lets: ['operator'] },
  'get what is not there': { attempt: gettingAbsent('mentions'), lets: ['operator'] },
  list: { attempt: listing('mentions'), lets: ['operator'] },
  'list everywhere': { attempt: listingEverywhere('mentions'), lets: NOBODY },
  'tell the admin, as the operator': { attempt: (as, world) => telling(as, world), lets: ['operator'] },
  'tell him once more': { attempt: tellAgain, lets: ['operator'] },
  'tell of a note that was there': { attempt: tellingOfAnother, lets: NOBODY },
  forget: { attempt: deleting('mentions'), lets: ['operator'] },
})

const ids = (count: number) => Array.from({ length: count }, (_, at) => `member-${String(at)}`)

refusals<Telling>('telling of a mention', {
  attempt: telling,
  sound: { 'as many as a note names': { mentions: ids(MENTIONS_MAX_COUNT) } },
  broken: {
    'somebody it does not name': { told: ['another'] },
    'without a note': { isNoteless: true },
    'in another conversation': { conversationId: 'another' },
    'in another’s name': { mention: { by: ADMIN } },
    'by another name': { mention: { byName: 'Анна Админ' } },
    'at a time of its own': { mention: { at: Timestamp.fromMillis(AN_HOUR_AGO) } },
    'of a note that is not there': { mention: { noteId: 'another' } },
    'with more to say': { mention: { text: 'Смотри' } },
    'of no note': { mention: { noteId: undefined } },
  },
})
