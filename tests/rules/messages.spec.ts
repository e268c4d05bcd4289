import { Timestamp, deleteDoc, doc, serverTimestamp, updateDoc, writeBatch } from 'firebase/firestore'
import {
  ATTACHMENTS_MAX_COUNT,
  ATTACHMENT_MAX_SIZE,
  PICTURE_MAX_SIDE,
  TEXT_MAX_LENGTH,
} from '#shared/domain/message.ts'
import type { Attachment } from '#shared/domain/message.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
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
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import { ownFile } from './ownFile.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { addReply, sendReply } from './sending.ts'
import type { SendingChange } from './sending.ts'
import { owner, place } from './world.ts'
import type { World } from './world.ts'

const AS_ADMIN: SendingChange = {
  message: { author: { type: 'member', id: actors.admin.sub, name: 'Анна Админ' } },
  entry: { createdBy: actors.admin.sub },
}

accessTable('a message', {
  get: { attempt: getting('messages'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('messages'), lets: MEMBERS },
  list: { attempt: listing('messages'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('messages'), lets: NOBODY },
  'reply as the operator': { attempt: (as, world) => sendReply(as, world), lets: ['operator'] },
  'reply as the admin': { attempt: (as, world) => sendReply(as, world, AS_ADMIN), lets: ['admin'] },
  'put words into the contact’s mouth': { attempt: creating('messages', aMessage()), lets: NOBODY },
  edit: { attempt: updating('messages', { text: 'Другое' }), lets: NOBODY },
  'call it delivered': { attempt: updating('messages', { delivery: { status: 'delivered' } }), lets: NOBODY },
  delete: { attempt: deleting('messages'), lets: NOBODY },
})

const past = Timestamp.fromMillis(AN_HOUR_AGO)

refusals<SendingChange>('a reply', {
  attempt: sendReply,
  sound: {
    'the longest text': { message: { text: 'я'.repeat(TEXT_MAX_LENGTH) } },
    'the longest id': { messageId: 'm'.repeat(64) },
    'an answer to a message': {
      message: { replyTo: { messageId: 'message-1', author: 'Пётр', text: 'Есть ли…' } },
    },
    'an answer to a message that was never stored': {
      message: { replyTo: { messageId: '', author: 'Пётр', text: '' } },
    },
  },
  broken: {
    'no outbox entry': { entry: null },
    'an outbox entry of another message': { entryId: 'another', entry: { messageId: 'another' } },
    'too long an id': { messageId: 'm'.repeat(65) },
    'an id with a space': { messageId: 'a message' },
    'an inbound one': { message: { direction: 'inbound' } },
    'a kind members do not send': { message: { kind: 'sticker' } },
    'too long a text': { message: { text: 'я'.repeat(TEXT_MAX_LENGTH + 1) } },
    'neither text nor files': { message: { text: '' } },
    'a text that is a list': { message: { text: ['Да'] } },
    'no text': { message: { text: undefined } },
    'no list of files': { message: { attachments: undefined } },
    'files that are no list': { message: { attachments: {} } },
    'another author': { message: { author: { type: 'member', id: actors.admin.sub, name: 'Ольга Орлова' } } },
    'another’s name': {
      message: { author: { type: 'member', id: actors.operator.sub, name: 'Анна Админ' } },
    },
    'the contact as author': {
      message: { author: { type: 'contact', id: actors.operator.sub, name: 'Ольга Орлова' } },
    },
    'an author with more to say': {
      message: { author: { type: 'member', id: actors.operator.sub, name: 'Ольга Орлова', role: 'admin' } },
    },
    'an earlier time of sending': { message: { sentAt: past } },
    'an earlier time of creation': { message: { createdAt: past } },
    'an earlier time of change': { message: { updatedAt: past } },
    'a running number': { message: { sequence: 1 } },
    'a provider’s id': { message: { externalId: '43' } },
    'a delivery that has begun': { message: { delivery: { status: 'sent' } } },
    'a delivery with a reason': { message: { delivery: { status: 'queued', reason: 'later' } } },
    'no delivery': { message: { delivery: undefined } },
    'earlier texts': { message: { previousTexts: ['Нет'] } },
    'a public id': { message: { publicId: 1 } },
    'a time of editing': { message: { editedAt: serverTimestamp() } },
    'a field nobody knows': { message: { isInternal: true } },
    'a conversation that is not there': { conversationId: 'another', entry: { conversationId: 'another' } },
  },
})

const quote = { messageId: 'message-1', author: 'Пётр', text: 'Есть ли прокат?' }

refusals<Fields>('a quote', {
  attempt: (as, world, change) => sendReply(as, world, { message: { replyTo: overlay(quote, change) } }),
  broken: {
    'an id with a slash': { messageId: 'messages/1' },
    'no id': { messageId: undefined },
    'no author': { author: undefined },
    'too long a name': { author: 'я'.repeat(256) },
    'a name that is no text': { author: 1 },
    'too long a text': { text: 'я'.repeat(TEXT_MAX_LENGTH + 1) },
    'a text that is no text': { text: [] },
    'a field nobody knows': { externalId: '42' },
  },
})

const replyWith = (...files: readonly Fields[]): SendingChange => ({
  message: { kind: 'image', text: '', attachments: files },
})

refusals<Fields>('a file of a reply', {
  attempt: (as, world, change) => sendReply(as, world, replyWith(ownFile(world, change))),
  sound: {
    'no measures': { width: undefined, height: undefined },
    'the largest measures': { width: PICTURE_MAX_SIDE, height: PICTURE_MAX_SIDE },
    'the largest size': { size: ATTACHMENT_MAX_SIZE },
    'the smallest measures': { width: 1, height: 1 },
    'a document': { kind: 'document', contentType: 'application/pdf' },
  },
  broken: {
    'another company’s file': ({ conversationId }) => ({
      id: 'one',
      path: `companies/outsiders/conversations/${conversationId}/outgoing/one/photo.jpg`,
    }),
    'another conversation’s file': ({ companyId }) => ({
      id: 'one',
      path: `companies/${companyId}/conversations/another/outgoing/one/photo.jpg`,
    }),
    'a file that came in': ({ companyId, conversationId }) => ({
      id: 'one',
      path: `companies/${companyId}/conversations/${conversationId}/incoming/one/photo.jpg`,
    }),
    'another file’s path': ({ companyId, conversationId }) => ({
      id: 'one',
      path: `companies/${companyId}/conversations/${conversationId}/outgoing/two/photo.jpg`,
    }),
    'a path with one segment more': ({ companyId, conversationId }) => ({
      id: 'one',
      path: `companies/${companyId}/conversations/${conversationId}/outgoing/one/deep/photo.jpg`,
    }),
    'a path that begins elsewhere': ({ companyId, conversationId }) => ({
      id: 'one',
      path: `private/companies/${companyId}/conversations/${conversationId}/outgoing/one/photo.jpg`,
    }),
    'no path': { path: undefined },
    'an id with a slash': { id: 'one/two' },
    'an id that matches any': { id: '.*' },
    'a kind nobody knows': { kind: 'sticker' },
    'no name': { name: '' },
    'too long a name': { name: 'я'.repeat(256) },
    'no content type': { contentType: '' },
    'too long a content type': { contentType: 'x'.repeat(256) },
    'no size': { size: undefined },
    'an empty file': { size: 0 },
    'a size below nothing': { size: -1 },
    'a size no file may have': { size: ATTACHMENT_MAX_SIZE + 1 },
    'a size that is no whole number': { size: 1.5 },
    'a width that is a text': { width: '800' },
    'a height that is no whole number': { height: 1.5 },
    'no width at all': { width: 0 },
    'a height below nothing': { height: -1 },
    'a width no picture has': { width: PICTURE_MAX_SIDE + 1 },
    'a height no picture has': { height: PICTURE_MAX_SIDE + 1 },
    'a file still at the provider': { state: 'pending' },
    'a provider’s reference': { externalRef: 'AgAD' },
    'a reason for its absence': { reason: 'gone' },
  },
})

refusals<Fields>('a voice of a reply', {
  attempt: (as, world, change) =>
    sendReply(as, world, {
      message: {
        kind: 'voice',
        text: '',
        attachments: [ownFile(world, { kind: 'voice', duration: 7, ...change })],
      },
    }),
  sound: { 'no length': { duration: undefined }, 'a day long': { duration: 86_400 } },
  broken: {
    'a length that is a text': { duration: '7' },
    'a length that is no whole number': { duration: 0.5 },
    'no length at all': { duration: 0 },
    'a length below nothing': { duration: -7 },
    'longer than a day': { duration: 86_401 },
  },
})

refusals<Fields>('a picture of a reply', {
  attempt: (as, world, change) => sendReply(as, world, replyWith(ownFile(world, change))),
  broken: { 'a length': { duration: 7 } },
})

/** Rules have no loops, so every place is looked at by a line of its own. */
const places = Array.from({ length: ATTACHMENTS_MAX_COUNT }, (_, at) => at)

function filesWith(world: World, count: number, wrongAt?: number): Fields[] {
  const wrong: Partial<Attachment> = { state: 'pending' }
  return Array.from({ length: count }, (_, at) => ownFile(world, at === wrongAt ? wrong : {}))
}

refusals<{ readonly count?: number; readonly wrongAt?: number }>('as many files as a message carries', {
  attempt: (as, world, { count = ATTACHMENTS_MAX_COUNT, wrongAt }) =>
    sendReply(as, world, {
      message: {
        kind: 'image',
        text: 'я'.repeat(TEXT_MAX_LENGTH),
        attachments: filesWith(world, count, wrongAt),
        replyTo: quote,
      },
    }),
  sound: { 'one fewer': { count: ATTACHMENTS_MAX_COUNT - 1 }, 'one of them': { count: 1 } },
  broken: {
    'one more': { count: ATTACHMENTS_MAX_COUNT + 1 },
    ...Object.fromEntries(places.map((at) => [`a wrong one in place ${at + 1}`, { wrongAt: at }])),
  },
})

type Circumstance = 'blocked' | 'repeated' | 'deletedConversation'

async function prepare(world: World, messageId: string, circumstance?: Circumstance): Promise<void> {
  const conversation = doc(owner, world.document('conversations'))
  if (circumstance === 'blocked') await updateDoc(conversation, { blocked: true })
  if (circumstance === 'deletedConversation') await deleteDoc(conversation)
  if (circumstance === 'repeated') await place(world.document('messages', messageId), aMessage())
}

refusals<{ readonly circumstance?: Circumstance }>('a reply in its circumstances', {
  attempt: async (as, world, { circumstance }) => {
    const messageId = freshId()
    await prepare(world, messageId, circumstance)
    return sendReply(as, world, { messageId })
  },
  broken: {
    'to a contact who is blocked': { circumstance: 'blocked' },
    'in a conversation that is not there': { circumstance: 'deletedConversation' },
    'with the id of a message that is there': { circumstance: 'repeated' },
  },
})

refusals<{ readonly entryIsOld?: true }>('a message and its entry', {
  attempt: async (as, world, { entryIsOld }) => {
    const messageId = freshId()
    if (!entryIsOld) return sendReply(as, world, { messageId })
    const { conversationId } = world
    await place(world.document('outbox', messageId), { conversationId, createdAt: AN_HOUR_AGO })
    return sendReply(as, world, { messageId, entry: null })
  },
  broken: { 'when the entry was there before': { entryIsOld: true } },
})

refusals<{ readonly twice?: true }>('an entry', {
  attempt: async (as, world, { twice }) => {
    const [messageId, other] = [freshId(), freshId()]
    await place(world.document('conversations', other), aConversation({ channelId: world.channelId }))
    const batch = writeBatch(as)
    addReply(batch, as, world, { messageId })
    if (twice) addReply(batch, as, world, { messageId, conversationId: other, entry: null })
    return batch.commit()
  },
  broken: { 'for two messages of the same id in two conversations': { twice: true } },
})
