import {
  Timestamp,
  collection,
  doc,
  getDocs,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { VIEW_NAME_MAX_LENGTH, inboxFilters } from '#shared/domain/view.ts'
import { aView } from '#tests/builders/aView.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import { deleting, getting, gettingAbsent, listing, listingEverywhere, updating } from './attempts.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { place } from './world.ts'
import type { World } from './world.ts'

const OPERATOR = actors.operator.sub
const ADMIN = actors.admin.sub

interface Saving {
  readonly id?: string
  readonly fields?: Fields
}

function save(as: Firestore, world: World, { id = freshId(), fields }: Saving = {}): Promise<void> {
  const view = { ...aView(), createdAt: serverTimestamp() }
  return setDoc(doc(as, world.document('views', id)), overlay(view, fields))
}

const saving =
  (fields: Fields = {}): Attempt =>
  (as, world) =>
    save(as, world, { fields })

const listingOf =
  (ownerIds: readonly string[]): Attempt =>
  (as, world) =>
    getDocs(query(collection(as, world.collection('views')), where('ownerId', 'in', ownerIds)))

/** The same with a view that was there before. */
const beginningWith =
  (view: Parameters<typeof aView>[0], attempt: Attempt): Attempt =>
  async (as, world) => {
    await place(world.document('views'), aView(view))
    return attempt(as, world)
  }

const rename = updating('views', { name: 'Оптовики' })
const remove = deleting('views')
const shared = { ownerId: '' } as const
const sharedByAdmin = { ownerId: '', createdBy: ADMIN } as const

accessTable('the operator’s own view', {
  get: { attempt: getting('views'), lets: ['operator'] },
  'get one that is not there': { attempt: gettingAbsent('views'), lets: NOBODY },
  'list all there are': { attempt: listing('views'), lets: NOBODY },
  'list the operator’s and those shared': { attempt: listingOf(['', OPERATOR]), lets: ['operator'] },
  'list the admin’s and those shared': { attempt: listingOf(['', ADMIN]), lets: ['admin'] },
  'list those shared': { attempt: listingOf(['']), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('views'), lets: NOBODY },
  'save as the operator': { attempt: saving(), lets: ['operator'] },
  'save as the admin': { attempt: saving({ ownerId: ADMIN, createdBy: ADMIN }), lets: ['admin'] },
  rename: { attempt: rename, lets: ['operator'] },
  delete: { attempt: remove, lets: ['operator'] },
})

accessTable('a view the operator shares', {
  get: { attempt: beginningWith(shared, getting('views')), lets: MEMBERS },
  'save as the operator': { attempt: saving(shared), lets: ['operator'] },
  rename: { attempt: beginningWith(shared, rename), lets: MEMBERS },
  delete: { attempt: beginningWith(shared, remove), lets: MEMBERS },
})

accessTable('a view the admin shares', {
  get: { attempt: beginningWith(sharedByAdmin, getting('views')), lets: MEMBERS },
  'save as the admin': { attempt: saving(sharedByAdmin), lets: ['admin'] },
  rename: { attempt: beginningWith(sharedByAdmin, rename), lets: ['admin'] },
  delete: { attempt: beginningWith(sharedByAdmin, remove), lets: ['admin'] },
})

const narrowed = (change: Fields): Fields => ({ narrowing: overlay({ ...aView().narrowing }, change) })

const FIELDS = ['channelId', 'tag', 'assigneeId', 'teamId'] as const

const sound: Readonly<Record<string, Fields>> = {
  'the longest name': { name: 'я'.repeat(VIEW_NAME_MAX_LENGTH) },
  ...Object.fromEntries(inboxFilters.map((filter) => [`the filter ${filter}`, { filter }])),
  'narrowed by everything': narrowed(Object.fromEntries(FIELDS.map((field) => [field, 'x'.repeat(64)]))),
  'narrowed by nothing': narrowed({ tag: '' }),
}

const content: Readonly<Record<string, Fields>> = {
  'no name': { name: '' },
  'too long a name': { name: 'я'.repeat(VIEW_NAME_MAX_LENGTH + 1) },
  'a name that is no text': { name: 1 },
  'a filter nobody knows': { filter: 'deleted' },
  'no filter': { filter: null },
  'narrowing that is none': { narrowing: 'опт' },
  'narrowing by a field nobody knows': narrowed({ state: 'open' }),
  ...Object.fromEntries(
    FIELDS.flatMap((field) => [
      [`narrowing without ${field}`, narrowed({ [field]: undefined })],
      [`narrowing by too long a ${field}`, narrowed({ [field]: 'x'.repeat(65) })],
      [`narrowing by a ${field} that is no text`, narrowed({ [field]: null })],
    ]),
  ),
  'a field nobody knows': { isPinned: true },
}

refusals<Fields>('a new view', {
  attempt: (as, world, fields) => save(as, world, { fields }),
  sound: { ...sound, 'shared with all': shared },
  broken: {
    ...content,
    'for somebody else': { ownerId: ADMIN },
    'for nobody known': { ownerId: null },
    'by another': { createdBy: ADMIN },
    'shared by another': sharedByAdmin,
    'an earlier time of creation': { createdAt: Timestamp.fromMillis(AN_HOUR_AGO) },
    'no time of creation': { createdAt: undefined },
    'no owner': { ownerId: undefined },
    'no filter field': { filter: undefined },
  },
})

refusals<Saving>('a new view’s id', {
  attempt: save,
  sound: { 'of the longest kind': { id: 'v'.repeat(64) } },
  broken: { 'that is too long': { id: 'v'.repeat(65) }, 'with a space': { id: 'a view' } },
})

refusals<Fields>('a changed view', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('views')), { name: 'Оптовики', ...change }),
  sound,
  broken: {
    ...content,
    'shared from now on': shared,
    'given to another': { ownerId: ADMIN },
    'under another’s name': { createdBy: ADMIN },
    'another time of creation': { createdAt: serverTimestamp() },
  },
})

refusals<Fields>('a shared view changed by an admin', {
  by: 'admin',
  attempt: async (as, world, change) => {
    await place(world.document('views'), aView(shared))
    return updateDoc(doc(as, world.document('views')), { name: 'Оптовики', ...change })
  },
  broken: {
    'taken for himself': { ownerId: ADMIN },
    'under his own name': { createdBy: ADMIN },
    'too long a name': { name: 'я'.repeat(VIEW_NAME_MAX_LENGTH + 1) },
  },
})
