import * as z from 'zod/mini'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { signalContact } from '#functions/inbox/signalContact.ts'
import { set, update } from '#functions/store/store.ts'
import { toLastMessage } from '#shared/domain/conversation.ts'
import { messageIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedSandbox } from '../connectedSandbox.ts'
import { refusalOf } from '../refusalOf.ts'
import { startSandbox } from '../sandboxSimulator.ts'
import type { SandboxSimulator } from '../sandboxSimulator.ts'
import { CUSTOMER, changeScene } from './changeScene.ts'

const scene = changeScene('signal', 5972)
const signal = (kind: 'typing' | 'read', caller = scene.caller()) =>
  signalContact({ ...scene.place(), signal: kind }, caller)

describe('typing', () => {
  it('is shown to the customer', async () => {
    expect(await scene.isTypingSeen()).toBe(false)
    await signal('typing')
    expect(await scene.isTypingSeen()).toBe(true)
  })

  it('that does not get through troubles nobody', async () => {
    await scene.telegram().block(CUSTOMER)
    expect(await signal('typing')).toBeNull()
  })

  it('is not shown to whom the company has blocked', async () => {
    await scene.changeRow({ blocked: true })
    await signal('typing')
    expect(await scene.isTypingSeen()).toBe(false)
  })

  it('is refused to one who does not see the conversation', async () => {
    await scene.changeRow({ assigneeId: userIdSchema.parse('irina') })
    const blind = scene.caller(undefined, { visibility: 'own' })
    expect(await refusalOf(signal('typing', blind))).toEqual({ code: 'notFound' })
  })
})

describe('a read mark', () => {
  it('is kept to ourselves where the channel has none', async () => {
    expect(await signal('read')).toBeNull()
  })
})

describe('a read mark where the channel shows it', () => {
  let sandbox: SandboxSimulator
  let route: ChannelRoute
  const digits = '79261234567'

  beforeAll(async () => {
    sandbox = await startSandbox(5950)
  })
  beforeEach(async () => {
    await sandbox.reset()
    route = await connectedSandbox()
  })
  afterAll(() => sandbox.close())

  async function ask(text: string) {
    const { messageId } = z.object({ messageId: z.string() }).parse(await sandbox.write(`+${digits}`, text))
    const sender = { externalId: digits, name: 'Анна', handle: '', phone: `+${digits}` }
    const place = { conversationExternalId: digits, externalId: messageId }
    await receiveEvents(route, [aMessageReceived({ ...place, text, sender, sentAt: Date.now() })])
  }

  async function isSeen(): Promise<boolean[]> {
    const { messages } = z
      .object({ messages: z.array(z.object({ from: z.string(), isSeen: z.boolean() })) })
      .parse(await sandbox.control(`/customers/${digits}`))
    return messages.filter(({ from }) => from === 'customer').map((each) => each.isSeen)
  }

  const conversationId = () => conversationIdOf(route.channelId, digits)
  const read = () =>
    signalContact(
      { companyId: route.companyId, conversationId: conversationId(), signal: 'read' },
      scene.caller(),
    )

  it('covers all the customer has written', async () => {
    await ask('Есть плед?')
    await ask('Серый?')
    expect(await isSeen()).toEqual([false, false])
    await read()
    expect(await isSeen()).toEqual([true, true])
  })

  it('comes through though the answer was quicker', async () => {
    await ask('Есть плед?')
    const messageId = messageIdSchema.parse('answer')
    const sentAt = Date.now() + 1000
    const answer = aMessage({ direction: 'outbound', text: 'Есть', sentAt, createdAt: sentAt })
    const place = { companyId: route.companyId, conversationId: conversationId() }
    await set(['messages', { ...place, messageId }], answer)
    await update(['conversations', place], { lastMessage: toLastMessage({ ...answer, id: messageId }) })
    await read()
    expect(await isSeen()).toEqual([true])
  })
})
