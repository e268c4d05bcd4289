import { afterAll, beforeAll, beforeEach } from 'vitest'
import * as z from 'zod/mini'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, forgetRoute } from '#functions/channels/route.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf, inboundMessageIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { get, set, update } from '#functions/store/store.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { messageIdSchema, outboxEntryIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { MessageId } from '#shared/domain/ids.ts'
import type { Member } from '#shared/domain/member.ts'
import type { Message } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

export const CUSTOMER = 500
export const OLGA = userIdSchema.parse('olga')

const viewSchema = z.object({
  isBotTyping: z.boolean(),
  messages: z.array(
    z.object({ messageId: z.int(), from: z.string(), text: z.string(), reaction: z.string() }),
  ),
})

const inOrder = { now: () => Date.now(), deliverLaterAt: () => Promise.resolve() }

/** A Telegram customer who wrote «Здравствуйте», and Olga who answers him: what may then be done to a message. */
export function changeScene(name: string, simulatorsPort: number) {
  const project = useEmulatorProject(name)
  let telegram: TelegramSimulator
  let route: ChannelRoute
  /** What Telegram calls the customer's first message. */
  let greetingId: string

  beforeAll(async () => {
    telegram = await startTelegram(simulatorsPort)
  })
  beforeEach(async () => {
    await project.clear()
    await telegram.reset(CUSTOMER)
    route = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' })
    forget()
    const receivedAt = Date.now() - MINUTE_MS
    greetingId = String((await seen()).at(-1)?.messageId)
    const greeting = aMessageReceived({ externalId: greetingId, sentAt: receivedAt })
    await receiveEvents(route, [greeting], receivedAt)
  })
  afterAll(async () => {
    await telegram.close()
    await project.close()
  })

  const forget = () => {
    forgetRoute(route.companyId, route.channelId, accountHash('telegram', '100001'))
  }
  const view = async () =>
    viewSchema.parse(await telegram.control(`bots/100001/customers/${String(CUSTOMER)}/view`))
  const seen = async () => (await view()).messages
  const conversationId = () => conversationIdOf(route.channelId, String(CUSTOMER))
  const place = () => ({ companyId: route.companyId, conversationId: conversationId() })
  const placeOf = (id: string) => ({ ...place(), messageId: messageIdSchema.parse(id) })

  return {
    project,
    telegram: () => telegram,
    route: () => route,
    /** What was believed of the channel is asked anew. */
    forget,
    place,
    placeOf,
    /** What the customer sees. */
    seen,
    isTypingSeen: async () => (await view()).isBotTyping,
    inboundId: (): MessageId => inboundMessageIdOf(conversationId(), greetingId),
    message: (id: string) => get('messages', placeOf(id)),
    row: () => get('conversations', place()),
    changeRow: (change: Partial<Conversation>) => update(['conversations', place()], change),
    changeMessage: (id: string, change: Partial<Message>) => update(['messages', placeOf(id)], change),
    caller: (uid = OLGA, member: Partial<Member> = {}) => ({
      uid,
      member: aMember({ name: 'Ольга Нечаева', ...member }),
    }),
    /** An answer of hers; without `isSent` it waits in the outbox. */
    async answer(id: string, text: string, isSent = true) {
      const createdAt = Date.now()
      const author = { type: 'member' as const, id: OLGA, name: 'Ольга Нечаева' }
      const times = { sentAt: createdAt, createdAt, updatedAt: createdAt }
      await set(['messages', placeOf(id)], anOutboundMessage({ text, author, ...times }))
      const { messageId } = placeOf(id)
      const entryId = outboxEntryIdSchema.parse(id)
      await set(
        ['outbox', { companyId: route.companyId, entryId }],
        anOutboxEntry({
          channelId: route.channelId,
          conversationId: conversationId(),
          messageId,
          createdAt,
          createdBy: OLGA,
        }),
      )
      if (isSent) await drainLane(route.companyId, entryId, inOrder)
    },
  }
}
