import { doc, updateDoc } from 'firebase/firestore'
import { NOTE_MAX_LENGTH } from '#shared/domain/contact.ts'
import { CONTACT_FIELDS_MAX_COUNT, CONTACT_FIELD_VALUE_MAX_LENGTH } from '#shared/domain/contactField.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { asDocument } from './world.ts'

accessTable('a contact', {
  get: { attempt: getting('contacts'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('contacts'), lets: MEMBERS },
  list: { attempt: listing('contacts'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('contacts'), lets: NOBODY },
  'fill a field': { attempt: updating('contacts', { 'fields.size': '42' }), lets: MEMBERS },
  'write a note': { attempt: updating('contacts', { note: 'Просил перезвонить' }), lets: MEMBERS },
  create: { attempt: creating('contacts', aContact()), lets: NOBODY },
  delete: { attempt: deleting('contacts'), lets: NOBODY },
})

refusals<Fields>('a note on a contact', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('contacts')), { note: 'Просил перезвонить', ...asDocument(change) }),
  sound: { 'an empty one': { note: '' }, 'the longest one': { note: 'я'.repeat(NOTE_MAX_LENGTH) } },
  broken: {
    'too long a one': { note: 'я'.repeat(NOTE_MAX_LENGTH + 1) },
    'one that is no text': { note: ['Просил перезвонить'] },
    'a name': { name: 'Кто-то ещё' },
    'a phone': { phone: '+79990000009' },
    'another who answers him': { assigneeId: 'operator' },
    'another team': { teamId: 'team-1' },
    'another conversation': { conversationId: 'conversation-2' },
    tags: { tags: ['vip'] },
    identities: { identities: [] },
    'a message count': { messageCount: 0 },
    'a field nobody knows': { isVip: true },
  },
})

/** As many fields, the last of them with this value. */
function filled(count: number, last: unknown = 'x'): Fields {
  const ids = Array.from({ length: count }, (_, at) => `field-${String(at)}`)
  return { fields: Object.fromEntries(ids.map((id, at) => [id, at === count - 1 ? last : 'x'])) }
}

refusals<Fields>('a field of a contact', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('contacts')), { fields: { size: '42' }, ...asDocument(change) }),
  sound: {
    none: { fields: {} },
    'as many as there may be': filled(CONTACT_FIELDS_MAX_COUNT),
    'the longest one': filled(1, 'я'.repeat(CONTACT_FIELD_VALUE_MAX_LENGTH)),
  },
  broken: {
    'one too many': filled(CONTACT_FIELDS_MAX_COUNT + 1),
    'too long a one': filled(1, 'я'.repeat(CONTACT_FIELD_VALUE_MAX_LENGTH + 1)),
    ...Object.fromEntries(
      Array.from({ length: CONTACT_FIELDS_MAX_COUNT }, (_, at) => [
        `number ${String(at + 1)} that is no text`,
        filled(at + 1, 42),
      ]),
    ),
    'one in a field': filled(1, { deep: 'x' }),
    'an id that is none': { fields: { 'a b': 'x' } },
    'too long an id': { fields: { ['a'.repeat(1281)]: 'x' } },
    'no fields at all': { fields: 'x' },
    'a note with them': { note: 'Просил перезвонить' },
    'a name with them': { name: 'Кто-то ещё' },
  },
})

accessTable('a tag', {
  get: { attempt: getting('tags'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('tags'), lets: MEMBERS },
  list: { attempt: listing('tags'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('tags'), lets: NOBODY },
  rename: { attempt: updating('tags', { name: 'опт' }), lets: NOBODY },
  create: { attempt: creating('tags', aTag()), lets: NOBODY },
  delete: { attempt: deleting('tags'), lets: NOBODY },
})
