import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { cost } from '#functions/store/cost.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get } from '#functions/store/store.ts'
import { keepOwnMessage, projectedMessage, widgetMailbox } from '#functions/store/widgetMailbox.ts'
import { toArrival } from '#functions/inbox/toMessage.ts'
import { admitMessage } from '#functions/widget/admitMessage.ts'
import { linkVisitorFile } from '#functions/widget/linkVisitorFile.ts'
import { openVisitorSession } from '#functions/widget/openVisitorSession.ts'
import { receiveVisitorFile } from '#functions/widget/receiveVisitorFile.ts'
import { receiveVisitorMessage } from '#functions/widget/receiveVisitorMessage.ts'
import { receiveVisitorReceipts } from '#functions/widget/receiveVisitorReceipts.ts'
import type { VisitorChannel } from '#functions/widget/visitorChannel.ts'
import { visitorChannel } from '#functions/widget/visitorChannel.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { OpenAnswer } from '#shared/api/widget.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('widget-cases')
let channel: VisitorChannel
let visitor: OpenAnswer

beforeAll(async () => {
  await project.clear()
  const settings = { title: '', greeting: '', colour: '', secret: 'the-secret-of-the-widget-on-teply-dom' }
  await connectedChannel(settings, { kind: 'widget', accountId: 'widget' })
  const found = await visitorChannel('widget')
  if (!found) throw new Error('connected')
  channel = found
})
beforeEach(async () => {
  visitor = await openVisitorSession(channel, { widgetId: 'widget' }, `address-${Math.random()}`)
})
afterAll(() => project.close())

function request(body: unknown) {
  return {
    method: 'POST',
    headers: { 'x-widget-session': visitor.sessionId, 'x-widget-token': visitor.sessionToken },
    query: {},
    rawBody: new TextEncoder().encode(JSON.stringify(body)),
  }
}

const message = (id: string, files: string[] = []) => request({ type: 'message', id, text: 'Вопрос', files })
const conversationId = () => conversationIdOf(channel.channelId, visitor.sessionId)
const conversation = () =>
  get('conversations', { companyId: channel.companyId, conversationId: conversationId() })

describe('a visitor’s message', () => {
  it('is not known where no widget is connected', async () => {
    expect(await visitorChannel('nobodys')).toBeUndefined()
  })

  it('that was stored when its projection failed is shown by the next attempt, and stored once', async () => {
    const [event] = channel.adapter.parse(message('message-1'))
    if (!event) throw new Error('readable')
    await receiveEvents(channel, [event])
    const messageId = await receiveVisitorMessage(channel, message('message-1'))
    expect(await projectedMessage(visitor.sessionId, messageId)).toMatchObject({ externalId: 'message-1' })
    expect(await conversation()).toMatchObject({ unreadCount: 1 })
  })

  it('in a known conversation costs five reads and five writes, cap and projection included', async () => {
    await receiveVisitorMessage(channel, message('message-1'))
    const before = { ...cost }
    await receiveVisitorMessage(channel, message('message-2'))
    expect({ reads: cost.reads - before.reads, writes: cost.writes - before.writes }).toEqual({
      reads: 5,
      writes: 5,
    })
  })

  it('told again costs two reads', async () => {
    await receiveVisitorMessage(channel, message('message-1'))
    const before = { ...cost }
    await receiveVisitorMessage(channel, message('message-1'))
    expect({ reads: cost.reads - before.reads, writes: cost.writes - before.writes }).toEqual({
      reads: 2,
      writes: 0,
    })
  })

  it('is admitted twenty times a minute', async () => {
    const now = Date.now()
    const admit = (id: string, at: number) =>
      admitMessage(channel, visitor.sessionId, { id: messageIdSchema.parse(id), attachments: [] }, at)
    for (let count = 0; count < 20; count++) expect(await admit(`m${count}`, now)).toBe('new')
    await expect(admit('m20', now + 40_000)).rejects.toMatchObject({ details: { seconds: 20 } })
    expect(await admit('m20', now + 60_000)).toBe('new')
  })

  it('brings its file, and only it opens to its visitor', async () => {
    const file = {
      name: 'адрес.txt',
      bytes: new TextEncoder().encode('Ткацкая, 4'),
      width: undefined,
      height: undefined,
    }
    const receipt = await receiveVisitorFile(channel, visitor.sessionId, file)
    const messageId = await receiveVisitorMessage(channel, message('message-1', [receipt]))
    const shown = await projectedMessage(visitor.sessionId, messageId)
    const attachmentId = shown?.attachments[0]?.id ?? ''
    expect(await linkVisitorFile(channel, visitor.sessionId, messageId, attachmentId)).toContain('/files/')
    const other = await openVisitorSession(channel, { widgetId: 'widget' }, 'another-address')
    expect(await linkVisitorFile(channel, other.sessionId, messageId, attachmentId)).toBeUndefined()
  })
})

describe('a visitor’s projection', () => {
  it('shows an answer once, however often it is put', async () => {
    const id = messageIdSchema.parse('answer-1')
    const answer = {
      id,
      text: 'Да',
      authorName: '',
      sentAt: 1,
      createdAt: 1,
      replyToExternalId: '',
      attachments: [],
    }
    await widgetMailbox.put(visitor.sessionId, answer)
    await widgetMailbox.put(visitor.sessionId, answer)
    const { docs } = await firestore().collection(`widgetSessions/${visitor.sessionId}/messages`).get()
    expect(docs.map((document) => document.id)).toEqual(['answer-1'])
  })

  it('keeps his own message as it was first received', async () => {
    const event = aMessageReceived({ conversationExternalId: visitor.sessionId, sentAt: null })
    const first = toArrival(channel, event, 1000).message
    await keepOwnMessage(visitor.sessionId, first)
    await keepOwnMessage(visitor.sessionId, toArrival(channel, event, 2000).message)
    expect(await projectedMessage(visitor.sessionId, first.id)).toMatchObject({
      sentAt: 1000,
      createdAt: 1000,
    })
  })
})

describe('a visitor’s receipt', () => {
  it('is refused when it is a message', async () => {
    await expect(receiveVisitorReceipts(channel, message('message-1'))).rejects.toMatchObject({
      name: 'InvalidInputError',
    })
  })
})
