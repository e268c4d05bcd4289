import { Timestamp, serverTimestamp } from 'firebase/firestore'
import { aMessage } from '#tests/builders/aMessage.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { accessTable } from './accessTable.ts'
import { NOBODY, actors } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import { freshId } from './freshId.ts'
import { refusals } from './refusals.ts'
import { sendReply } from './sending.ts'
import type { SendingChange } from './sending.ts'
import { place } from './world.ts'

accessTable('an outbox entry', {
  get: { attempt: getting('outbox'), lets: NOBODY },
  'get one that is not there': { attempt: gettingAbsent('outbox'), lets: NOBODY },
  list: { attempt: listing('outbox'), lets: NOBODY },
  'list everywhere': { attempt: listingEverywhere('outbox'), lets: NOBODY },
  'create with its message, as the operator': {
    attempt: (as, world) => sendReply(as, world),
    lets: ['operator'],
  },
  'create without a message': { attempt: creating('outbox', anOutboxEntry()), lets: NOBODY },
  'put off': { attempt: updating('outbox', { state: 'delayed' }), lets: NOBODY },
  delete: { attempt: deleting('outbox'), lets: NOBODY },
})

refusals<SendingChange>('an outbox entry', {
  attempt: sendReply,
  sound: { 'one that follows another': { entry: { afterEntryId: 'entry-1' } } },
  broken: {
    'no message': { message: null },
    'another message’s id': { entry: { messageId: 'another' } },
    'another target': { entry: { target: 'media' } },
    'an assignment': { entry: { target: 'assignment' } },
    'another channel': { entry: { channelId: 'channel-2' } },
    'another conversation': { entry: { conversationId: 'another' } },
    'a state further on': { entry: { state: 'sending' } },
    'an attempt already made': { entry: { attempts: 1 } },
    'fewer attempts than none': { entry: { attempts: -9 } },
    'another author': { entry: { createdBy: actors.admin.sub } },
    'an earlier time': { entry: { createdAt: Timestamp.fromMillis(AN_HOUR_AGO) } },
    'no word on what it follows': { entry: { afterEntryId: undefined } },
    'a predecessor that is no id': { entry: { afterEntryId: 'entry/1' } },
    'no predecessor, as null': { entry: { afterEntryId: null } },
    'a next attempt': { entry: { nextAttemptAt: serverTimestamp() } },
    'a lease': { entry: { leaseUntilAt: serverTimestamp() } },
    'a field nobody knows': { entry: { priority: 1 } },
  },
})

refusals<{ readonly followsItself?: true }>('the order of entries', {
  attempt: (as, world, { followsItself }) => {
    const messageId = freshId()
    return sendReply(as, world, { messageId, entry: { afterEntryId: followsItself ? messageId : '' } })
  },
  broken: { 'an entry that waits for itself': { followsItself: true } },
})

refusals<{ readonly again?: true }>('a delivery', {
  attempt: async (as, world, { again }) => {
    const messageId = freshId()
    if (again) await place(world.document('messages', messageId), aMessage())
    return sendReply(as, world, again ? { messageId, message: null } : { messageId })
  },
  broken: { 'of a message that was there before': { again: true } },
})
