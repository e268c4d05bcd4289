import { Timestamp, doc, serverTimestamp, setDoc } from 'firebase/firestore'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { NOBODY, actors } from './actors.ts'
import { deleting, getting, gettingAbsent, listing, listingEverywhere, updating } from './attempts.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'

interface Muting {
  readonly id?: string
  readonly fields?: Fields
}

const muting =
  ({ id = freshId(), fields }: Muting = {}): Attempt =>
  (as, world) =>
    setDoc(doc(as, world.document('mutes', id)), overlay({ mutedAt: serverTimestamp() }, fields))

/** The operator's are in the world; this is one of the admin's. */
const mutingForTheAdmin: Attempt = (as, world) => {
  const path = world.document('mutes').replace(actors.operator.sub, actors.admin.sub)
  return setDoc(doc(as, path), { mutedAt: serverTimestamp() })
}

accessTable('what the operator has muted', {
  get: { attempt: getting('mutes'), lets: ['operator'] },
  'get what he has not': { attempt: gettingAbsent('mutes'), lets: ['operator'] },
  list: { attempt: listing('mutes'), lets: ['operator'] },
  'list everywhere': { attempt: listingEverywhere('mutes'), lets: NOBODY },
  mute: { attempt: muting(), lets: ['operator'] },
  'mute for the admin': { attempt: mutingForTheAdmin, lets: ['admin'] },
  'mute again': { attempt: updating('mutes', { mutedAt: serverTimestamp() }), lets: NOBODY },
  unmute: { attempt: deleting('mutes'), lets: ['operator'] },
})

refusals<Muting>('muting', {
  attempt: (as, world, change) => muting(change)(as, world),
  sound: { 'a conversation of the longest id': { id: 'c'.repeat(64) } },
  broken: {
    'a time of its own': { fields: { mutedAt: Timestamp.fromMillis(AN_HOUR_AGO) } },
    'no time': { fields: { mutedAt: undefined } },
    'a time that is a number': { fields: { mutedAt: AN_HOUR_AGO } },
    'a field nobody knows': { fields: { reason: 'Шумно' } },
    'too long an id': { id: 'c'.repeat(65) },
    'an id with a space': { id: 'a conversation' },
  },
})
