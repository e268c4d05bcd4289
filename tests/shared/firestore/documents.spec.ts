import { Timestamp, FieldValue } from 'firebase-admin/firestore'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fromDocument, toDocument } from '#shared/firestore/documents.ts'
import { conversationSchema } from '#shared/domain/conversation.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { NOON } from '#tests/builders/moments.ts'

const toTimestamp = (millis: number) => Timestamp.fromMillis(millis)
const anything = z.looseObject({})

describe('a document', () => {
  it('keeps moments as Timestamps, other numbers as numbers', () => {
    expect(toDocument({ createdAt: NOON, size: NOON, flat: 3 }, toTimestamp)).toEqual({
      createdAt: Timestamp.fromMillis(NOON),
      size: NOON,
      flat: 3,
    })
  })

  it('keeps moments inside a field and inside a list', () => {
    const data = {
      lastMessage: { at: NOON, sequence: 7 },
      attachments: [{ fetchedAt: NOON, size: 1 }, 'plain'],
    }
    expect(toDocument(data, toTimestamp)).toEqual({
      lastMessage: { at: Timestamp.fromMillis(NOON), sequence: 7 },
      attachments: [{ fetchedAt: Timestamp.fromMillis(NOON), size: 1 }, 'plain'],
    })
  })

  it('keeps a moment named by its path inside a field', () => {
    expect(toDocument({ 'lastMessage.at': NOON }, toTimestamp)).toEqual({
      'lastMessage.at': Timestamp.fromMillis(NOON),
    })
  })

  it('loses what is undefined, at any depth, and keeps null', () => {
    const data = { a: undefined, b: null, c: { d: undefined, e: false }, f: [{ g: undefined, h: '' }] }
    expect(toDocument(data, toTimestamp)).toStrictEqual({ b: null, c: { e: false }, f: [{ h: '' }] })
  })

  it('passes an SDK’s sentinels untouched', () => {
    const updatedAt = FieldValue.serverTimestamp()
    const written = toDocument({ updatedAt, count: FieldValue.increment(2) }, toTimestamp)
    expect(written['updatedAt']).toBe(updatedAt)
    expect(written['count']).toEqual(FieldValue.increment(2))
  })

  it('passes a Timestamp and bytes untouched', () => {
    const given = { createdAt: Timestamp.fromMillis(NOON), bytes: new Uint8Array([1, 2]) }
    expect(toDocument(given, toTimestamp)).toEqual(given)
  })

  it('holds no broken character, which Firestore would refuse, and keeps whole ones', () => {
    const data = {
      text: 'a\uD83D',
      inner: { name: '\uDE00b' },
      list: ['\uD83D', { text: '\uD83D' }],
      whole: '🚲',
    }
    expect(toDocument(data, toTimestamp)).toEqual({
      text: 'a\uFFFD',
      inner: { name: '\uFFFDb' },
      list: ['\uFFFD', { text: '\uFFFD' }],
      whole: '🚲',
    })
  })

  it.each([null, 'text', 7, [1], undefined])('is an object, not %j', (data) => {
    expect(() => toDocument(data, toTimestamp)).toThrow(TypeError)
  })
})

describe('what is read', () => {
  it('has milliseconds for every Timestamp, at any depth', () => {
    const at = Timestamp.fromMillis(NOON)
    const data = { at, list: [at, { at }], inner: { deep: { at } }, text: 'x', none: null }
    expect(fromDocument(anything, data)).toEqual({
      at: NOON,
      list: [NOON, { at: NOON }],
      inner: { deep: { at: NOON } },
      text: 'x',
      none: null,
    })
  })

  it('rounds a commit time down to the millisecond: a feed anchored there begins no later', () => {
    const updatedAt = new Timestamp(NOON / 1000, 987_654_321)
    expect(fromDocument(anything, { updatedAt })).toEqual({ updatedAt: NOON + 987 })
  })

  it('has the schema’s defaults for fields added later', () => {
    const { contactPhone: _, lastEventId: __, ...old } = aConversation()
    expect(fromDocument(conversationSchema, old)).toMatchObject({ contactPhone: '', lastEventId: '' })
  })

  it('is refused when it is not what the schema says', () => {
    expect(() => fromDocument(conversationSchema, { ...aConversation(), unreadCount: 'three' })).toThrow(
      z.core.$ZodError,
    )
    expect(() => fromDocument(conversationSchema, undefined)).toThrow(z.core.$ZodError)
  })
})

describe('a conversation', () => {
  it('written and read is the same', () => {
    const conversation = aConversation({ waitingSinceAt: null, readUpToAt: NOON })
    expect(fromDocument(conversationSchema, toDocument(conversation, toTimestamp))).toEqual(conversation)
  })
})
