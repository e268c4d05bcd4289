import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepScheduled } from '#functions/scheduled/sweepScheduled.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { HOME, OLGA, conversationId, leave, openConversation, place, wait } from './waitingReply.ts'

const project = useEmulatorProject('sweep-scheduled')

beforeEach(async () => {
  await project.clear()
  await openConversation()
})
afterAll(() => project.close())

const DUE = NOON + HOUR_MS
const message = (id: string) => get('messages', place(id))
const scheduled = (id: string) => get('scheduledMessages', place(id))
const entry = (id: string) => get('outbox', { companyId: HOME, entryId: id })
const countOf = async (path: string) => (await firestore().collection(path).count().get()).data().count

describe('a reply whose time has come', () => {
  it('becomes its author’s message and the order to deliver it, and waits no longer', async () => {
    const file = anAttachment({ state: 'ready' })
    await wait('a', { kind: 'image', attachments: [file] })
    expect(await sweepScheduled(DUE)).toBe(1)
    expect(await message('a')).toMatchObject({
      direction: 'outbound',
      kind: 'image',
      text: 'Заказ собран',
      attachments: [file],
      author: { type: 'member', ...OLGA },
      delivery: { status: 'queued' },
    })
    expect(await entry('a')).toMatchObject({
      target: 'channel',
      channelId: 'channel',
      conversationId,
      state: 'queued',
      createdBy: OLGA.id,
      createdAt: DUE,
    })
    expect(await scheduled('a')).toBeUndefined()
  })

  it('stays where it is a moment before', async () => {
    await wait('a')
    expect(await sweepScheduled(DUE - 1)).toBe(0)
    expect(await scheduled('a')).toMatchObject({ state: 'waiting' })
    expect(await message('a')).toBeUndefined()
  })

  it('is sent once, however many runs find it', async () => {
    await wait('a')
    const counts = await Promise.all([1, 2, 3, 4].map(() => sweepScheduled(DUE)))
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect(await sweepScheduled(DUE + MINUTE_MS)).toBe(0)
    expect(await countOf(`companies/${HOME}/outbox`)).toBe(1)
  })

  it('leaves with fifty others of its minute, in the order of their times', async () => {
    const ids = Array.from({ length: 50 }, (_, at) => `m${String(at).padStart(2, '0')}`)
    await Promise.all(ids.map((id, at) => wait(id, { sendAt: DUE + at })))
    expect(await sweepScheduled(DUE + MINUTE_MS)).toBe(50)
    expect(await countOf(`companies/${HOME}/conversations/${conversationId}/messages`)).toBe(50)
    expect(await countOf(`companies/${HOME}/conversations/${conversationId}/scheduled`)).toBe(0)
    const entries = await Promise.all(ids.map(entry))
    expect(entries.map((each) => each?.afterEntryId)).toEqual(['', ...ids.slice(0, -1)])
  })

  it('leaves in the order of writing with those of the same time', async () => {
    await wait('c', { createdAt: NOON })
    await wait('a', { createdAt: NOON + 1 })
    await wait('b', { createdAt: NOON + 2 })
    await sweepScheduled(DUE)
    const entries = await Promise.all(['c', 'a', 'b'].map(entry))
    expect(entries.map((each) => each?.afterEntryId)).toEqual(['', 'c', 'a'])
  })

  it('bears the name its author has now', async () => {
    await wait('a')
    await update(['members', { companyId: HOME, userId: OLGA.id }], { name: 'Ольга Орлова' })
    await sweepScheduled(DUE)
    expect(await message('a')).toMatchObject({ author: { name: 'Ольга Орлова' } })
  })
})

it('goes where a message bears its id already, and stops nobody', async () => {
  await wait('a')
  await wait('b')
  await set(['messages', place('a')], anOutboundMessage({ text: 'Другое' }))
  expect(await sweepScheduled(DUE)).toBe(1)
  expect(await scheduled('a')).toBeUndefined()
  expect(await message('a')).toMatchObject({ text: 'Другое' })
  expect(await message('b')).toMatchObject({ text: 'Заказ собран' })
})

describe('a reply that may not be sent', () => {
  async function refusal(): Promise<string | undefined> {
    await wait('a')
    expect(await sweepScheduled(DUE)).toBe(0)
    expect(await message('a')).toBeUndefined()
    expect(await entry('a')).toBeUndefined()
    expect(await sweepScheduled(DUE + HOUR_MS)).toBe(0)
    return (await scheduled('a'))?.reason
  }

  it('says that the contact is blocked', async () => {
    await openConversation({ blocked: true })
    expect(await refusal()).toBe('contactBlocked')
  })

  it('says that the channel is off', async () => {
    await update(['channels', { companyId: HOME, channelId: 'channel' }], { state: 'disconnected' })
    expect(await refusal()).toBe('channelDisconnected')
  })

  it('says that its author has left', async () => {
    await leave()
    expect(await refusal()).toBe('authorGone')
  })

  it('holds up no other', async () => {
    await wait('a', { author: { id: 'gone', name: 'Пётр' } })
    await wait('b', { sendAt: DUE + 1 })
    expect(await sweepScheduled(DUE + MINUTE_MS)).toBe(1)
    expect(await entry('b')).toMatchObject({ afterEntryId: '' })
  })
})

describe('a run that is broken off', () => {
  it('leaves a reply whole: either waiting, or on its way', async () => {
    await wait('a')
    // What a run has half done would be there: the message it is to become.
    await set(['outbox', { companyId: HOME, entryId: 'a' }], {
      target: 'channel',
      channelId: 'channel',
      conversationId,
      messageId: 'a',
      afterEntryId: '',
      state: 'queued',
      attempts: 0,
      createdBy: OLGA.id,
      createdAt: DUE,
    })
    await expect(sweepScheduled(DUE)).rejects.toThrow()
    expect(await message('a')).toBeUndefined()
    expect(await scheduled('a')).toMatchObject({ state: 'waiting' })
  })
})
