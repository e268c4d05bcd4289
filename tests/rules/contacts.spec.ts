import { doc, updateDoc } from 'firebase/firestore'
import { NOTE_MAX_LENGTH } from '#shared/domain/contact.ts'
import { aContact } from '#tests/builders/aContact.ts'
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
