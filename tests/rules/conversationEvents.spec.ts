import { doc, serverTimestamp, setDoc, updateDoc, writeBatch } from 'firebase/firestore'
import { aConversationEvent } from '#tests/builders/aConversationEvent.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import { addStep, answered, archived, makeStep } from './conversationSteps.ts'
import type { ConversationStep } from './conversationSteps.ts'
import { freshId } from './freshId.ts'
import { refusals } from './refusals.ts'
import { owner } from './world.ts'

accessTable('an event of a conversation', {
  get: { attempt: getting('conversationEvents'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('conversationEvents'), lets: MEMBERS },
  list: { attempt: listing('conversationEvents'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('conversationEvents'), lets: NOBODY },
  'create with its change, as the operator': {
    attempt: (as, world) => makeStep(as, world, archived),
    lets: ['operator'],
  },
  'create without a change': { attempt: creating('conversationEvents', aConversationEvent()), lets: NOBODY },
  update: { attempt: updating('conversationEvents', { byName: 'Кто-то ещё' }), lets: NOBODY },
  delete: { attempt: deleting('conversationEvents'), lets: NOBODY },
})

refusals<ConversationStep>('an event', {
  attempt: (as, world, change) => makeStep(as, world, archived, change),
  sound: { 'the longest id': { eventId: 'e'.repeat(64) } },
  broken: {
    'too long an id': { eventId: 'e'.repeat(65) },
    'an id with a space': { eventId: 'an event' },
    'a field nobody knows': { event: { text: 'привет' } },
    'no author': { event: { by: undefined } },
    'no name': { event: { byName: undefined } },
    'another author': { event: { by: actors.admin.sub } },
    'another’s name': { event: { byName: 'Анна Админ' } },
    'no time': { event: { at: undefined } },
  },
})

refusals<{ readonly alone?: true }>('an event the conversation names', {
  attempt: async (as, world, { alone }) => {
    const eventId = freshId()
    if (!alone) return makeStep(as, world, archived, { eventId })
    await updateDoc(doc(owner, world.document('conversations')), { lastEventId: eventId })
    const { by, byName } = { by: actors.operator.sub, byName: 'Ольга Орлова' }
    return setDoc(doc(as, world.document('conversationEvents', eventId)), {
      ...archived.event,
      by,
      byName,
      at: serverTimestamp(),
    })
  },
  broken: { 'without a change in the same batch': { alone: true } },
})

refusals<{ readonly beside?: true }>('the events of one step', {
  attempt: (as, world, { beside }) => {
    const batch = writeBatch(as)
    addStep(batch, as, world, archived)
    const event = {
      ...answered.event,
      by: actors.operator.sub,
      byName: 'Ольга Орлова',
      at: serverTimestamp(),
    }
    if (beside) batch.set(doc(as, world.document('conversationEvents', freshId())), event)
    return batch.commit()
  },
  broken: { 'with one more that the conversation does not name': { beside: true } },
})
