import * as z from 'zod/mini'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelContext, OutboundMessage, StandingMessage } from '#channels/adapter.ts'
import { sandbox } from '#channels/sandbox/adapter.ts'
import { http } from '#functions/platform/http.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { startSandbox } from '#tests/functions/sandboxSimulator.ts'
import type { SandboxSimulator } from '#tests/functions/sandboxSimulator.ts'

const PHONE = '+79261234567'
const CHAT = PHONE.slice(1)
const settings = { key: 'sandbox-key-0001', secret: 'its-secret' }
const viewSchema = z.object({
  isCompanyTyping: z.boolean(),
  messages: z.array(
    z.looseObject({
      id: z.string(),
      from: z.string(),
      text: z.string(),
      isDeleted: z.boolean(),
      isSeen: z.boolean(),
      companyReaction: z.string(),
    }),
  ),
})
let simulator: SandboxSimulator
let context: ChannelContext

const refuse = () => Promise.reject(new Error('the sandbox has no mailbox'))
const mailbox = {
  put: refuse,
  edit: refuse,
  delete: refuse,
  react: refuse,
  showTyping: refuse,
  markRead: refuse,
}

beforeAll(async () => {
  simulator = await startSandbox(5985)
  context = { http, baseUrl: `${simulator.url}/sandbox`, mailbox }
})
beforeEach(async () => {
  await simulator.reset()
  await simulator.write(PHONE, 'Здравствуйте')
})
afterAll(() => simulator.close())

const message = (change: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: messageIdSchema.parse('message-1'),
  conversationExternalId: CHAT,
  kind: 'text',
  text: 'Добрый день',
  attachments: [],
  authorName: '',
  sentAt: NOON,
  createdAt: NOON,
  replyToExternalId: '',
  ...change,
})
const send = (change?: Partial<OutboundMessage>) => sandbox.send(message(change), settings, context)
const standing = (externalId: string): StandingMessage => ({
  id: messageIdSchema.parse('message-1'),
  externalId,
  conversationExternalId: CHAT,
  hasAttachments: false,
})
const view = async () => viewSchema.parse(await simulator.control(`/customers/${CHAT}`))

describe('sending', () => {
  it('twice with one id arrives once', async () => {
    expect(await send()).toEqual(await send())
    expect(await simulator.sentTo(PHONE)).toHaveLength(1)
  })

  it('begins with the member’s name where the channel signs', async () => {
    await send({ authorName: 'Ирина' })
    expect(await simulator.sentTo(PHONE)).toMatchObject([{ text: 'Ирина\nДобрый день' }])
  })

  it.each([
    ['with a void key', {}, { ...settings, key: 'sandbox-key-9999' }, 'unauthorized', 'unauthorized'],
    ['to nobody', { conversationExternalId: '79990000000' }, settings, 'rejected', 'chatNotFound'],
    [
      'by a template that is not approved',
      { template: { externalId: 'discount', name: 'Скидка', values: ['5'] } },
      settings,
      'rejected',
      'templateRefused',
    ],
  ] as const)('%s is refused', async (_name, change, by, code, reason) => {
    const { template } = { template: undefined, ...change }
    const changed = template ? { template: { ...template, values: [...template.values] } } : change
    await expect(sandbox.send(message(changed), by, context)).rejects.toMatchObject({ code, reason })
  })

  it('is refused free words outside the window, and to who has blocked us', async () => {
    await simulator.reset()
    await simulator.write(PHONE, 'Здравствуйте', 25 * HOUR_MS)
    await expect(send()).rejects.toMatchObject({ reason: 'windowClosed' })
    await simulator.write(PHONE, 'Вы здесь?')
    await simulator.control(`/customers/${CHAT}/block`, { isBlocked: true })
    await expect(send()).rejects.toMatchObject({ reason: 'blockedByContact' })
  })

  it('comes again where the provider is broken', async () => {
    await simulator.control('/failures', { count: 1 })
    await expect(send()).rejects.toMatchObject({ code: 'unreachable' })
    await send()
    expect(await simulator.sentTo(PHONE)).toHaveLength(1)
  })
})

describe('a message that has been sent', () => {
  it('is edited, reacted to and taken back', async () => {
    const sent = standing((await send()).externalId)
    await sandbox.changes?.edit?.(sent, { text: 'Добрый вечер', authorName: '' }, settings, context)
    await sandbox.reactions?.react(sent, '👍', settings, context)
    expect((await view()).messages[1]).toMatchObject({ text: 'Добрый вечер', companyReaction: '👍' })
    await sandbox.changes?.delete?.(sent, settings, context)
    expect((await view()).messages[1]).toMatchObject({ isDeleted: true })
  })

  it('that is the customer’s cannot be edited', async () => {
    const theirs = standing((await view()).messages[0]?.id ?? '')
    await expect(
      sandbox.changes?.edit?.(theirs, { text: 'Иначе', authorName: '' }, settings, context),
    ).rejects.toMatchObject({ code: 'rejected' })
  })
})

describe('signals', () => {
  it('show the customer that somebody writes, and has read', async () => {
    const theirs = standing((await view()).messages[0]?.id ?? '')
    await sandbox.signals?.typing?.(CHAT, settings, context)
    await sandbox.signals?.markRead?.(theirs, settings, context)
    expect(await view()).toMatchObject({ isCompanyTyping: true, messages: [{ isSeen: true }] })
  })
})

describe('a phone', () => {
  it('leads to its owner, with the name he gave', async () => {
    await simulator.control('/customers', { phone: PHONE, name: 'Анна' })
    const found = { externalId: CHAT, conversationExternalId: CHAT, name: 'Анна' }
    expect(await sandbox.contacts?.find(PHONE, settings, context)).toEqual(found)
  })

  it('nobody is under leads nowhere', async () => {
    expect(await sandbox.contacts?.find('+79990000000', settings, context)).toBeNull()
  })
})
