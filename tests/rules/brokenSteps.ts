import { Timestamp, doc, updateDoc } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import { DAY_MS } from '#shared/domain/time.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { actors } from './actors.ts'
import { makeStep } from './conversationSteps.ts'
import type { ConversationStep } from './conversationSteps.ts'
import type { Fields } from './overlay.ts'
import { owner } from './world.ts'
import type { World } from './world.ts'

/** Something about a step that is other than it should be; `before` is how the conversation begins. */
export type StepChange = ConversationStep & { readonly before?: Fields }

/** What may be wrong with any step. */
export const brokenSteps: Readonly<Record<string, StepChange>> = {
  'a step without its event': { event: null },
  'another kind of event': { event: { kind: 'renamed' } },
  'an event from elsewhere': { event: { from: 'nowhere' } },
  'an event to elsewhere': { event: { to: 'nowhere' } },
  'an event by another': { event: { by: actors.admin.sub } },
  'an event under another’s name': { event: { byName: 'Анна Админ' } },
  'an event of an earlier time': { event: { at: Timestamp.fromMillis(AN_HOUR_AGO) } },
  'another time of change': { fields: { updatedAt: Timestamp.fromMillis(AN_HOUR_AGO) } },
  'a last event that is another': { fields: { lastEventId: 'another' } },
  'a last event that is no id': { fields: { lastEventId: null } },
  'another contact': { fields: { contactId: 'contact-2' } },
  'another name of the contact': { fields: { contactName: 'Кто-то ещё' } },
  'another channel': { fields: { channelId: 'channel-2' } },
  'another address': { fields: { externalId: '556' } },
  'another place in the list': { fields: { sortAt: Timestamp.now() } },
  'another last message': { fields: { lastMessage: null } },
  'another time of the last inbound message': { fields: { lastInboundAt: null } },
  'another answer to whether it is blocked': { fields: { blocked: true } },
  'another moment to open by itself': {
    fields: { snoozedUntilAt: Timestamp.fromMillis(Date.now() + DAY_MS) },
  },
  'a reply to a broadcast': { fields: { repliedToBroadcast: true } },
  tags: { fields: { tags: ['vip'] } },
  'a field nobody knows': { fields: { isPinned: true } },
}

/** Makes a step in a conversation that begins as the step needs it. */
export function changing(step: ConversationStep, beginning: Fields = {}) {
  return async (as: Firestore, world: World, { before, ...change }: StepChange): Promise<void> => {
    const begins = { ...beginning, ...before }
    if (Object.keys(begins).length > 0) await updateDoc(doc(owner, world.document('conversations')), begins)
    return makeStep(as, world, step, change)
  }
}
