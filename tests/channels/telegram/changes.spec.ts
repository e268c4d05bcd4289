import { beforeEach, describe, expect, it } from 'vitest'
import { telegramChanges, telegramReactions, telegramSignals } from '#channels/telegram/changes.ts'
import { sendMessage } from '#channels/telegram/send.ts'
import type { StandingMessage } from '#channels/adapter.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { startedSimulators } from '#tests/tools/simulators/support/startedSimulators.ts'
import type { Scene } from './bot.ts'
import { aFile, pngBytes, refusalOf, sceneAt } from './bot.ts'

const simulators = startedSimulators()
let scene: Scene
beforeEach(async () => {
  scene = await sceneAt(simulators().url)
})

const lastSeen = async () => (await scene.anna.view()).messages.at(-1)

function standing(externalId: number | string, hasAttachments = false): StandingMessage {
  const conversationExternalId = String(scene.anna.chatId)
  const id = messageIdSchema.parse('message-1')
  return { id, externalId: String(externalId), conversationExternalId, hasAttachments }
}

async function sent(change: Parameters<Scene['outbound']>[0] = {}): Promise<StandingMessage> {
  const message = scene.outbound(change)
  const { externalId } = await sendMessage(message, scene.settings, scene.context)
  return standing(externalId, message.attachments.length > 0)
}

const edit = async (message: StandingMessage, text: string, authorName = '') =>
  telegramChanges.edit?.(message, { text, authorName }, scene.settings, scene.context)
const takeBack = async (message: StandingMessage) =>
  telegramChanges.delete?.(message, scene.settings, scene.context)
const react = (message: StandingMessage, emoji: string) =>
  telegramReactions.react(message, emoji, scene.settings, scene.context)

describe('an edit', () => {
  it('changes the text the customer sees', async () => {
    await edit(await sent({ text: 'Завтро' }), 'Завтра')
    expect(await lastSeen()).toMatchObject({ text: 'Завтра', isEdited: true })
  })

  it('keeps the signature of a channel that signs', async () => {
    await edit(await sent({ authorName: 'Ольга' }), 'Завтра', 'Ольга')
    expect(await lastSeen()).toMatchObject({ text: 'Ольга\nЗавтра' })
  })

  it('of a file changes its caption, and takes it away', async () => {
    const message = await sent({ text: 'Вот он', attachments: [aFile(pngBytes())] })
    await edit(message, 'Вот договор')
    expect(await lastSeen()).toMatchObject({ kind: 'document', text: 'Вот договор' })
    await edit(message, '')
    expect(await lastSeen()).toMatchObject({ kind: 'document', text: '' })
  })

  it('to what it says already is done', async () => {
    const message = await sent({ text: 'Завтра' })
    await expect(edit(message, 'Завтра')).resolves.toBeUndefined()
  })

  it('of a message the customer has deleted says that it is gone', async () => {
    const message = await sent()
    await scene.anna.delete(Number(message.externalId))
    expect(await refusalOf(edit(message, 'Завтра'))).toMatchObject({
      code: 'rejected',
      reason: 'messageGone',
    })
  })

  it('that is too long says so', async () => {
    expect(await refusalOf(edit(await sent(), 'я'.repeat(4097)))).toMatchObject({ reason: 'tooLong' })
  })
})

describe('a deletion', () => {
  it('takes the message from the customer', async () => {
    await takeBack(await sent())
    expect(await scene.anna.texts()).toEqual(['/start'])
  })

  it('asked for twice is done once, and succeeds twice', async () => {
    const message = await sent()
    await Promise.all([takeBack(message), takeBack(message)])
    expect(await scene.anna.texts()).toEqual(['/start'])
  })

  it('of a message older than two days says that it is too late', async () => {
    const twoDaysAgo = Math.floor(Date.now() / 1000) - 49 * 3600
    const { messageId } = await scene.anna.write({ text: 'Давно', date: twoDaysAgo })
    const refusal = await refusalOf(takeBack(standing(messageId)))
    expect(refusal).toMatchObject({ code: 'rejected', reason: 'tooLateToDelete' })
  })
})

describe('a reaction', () => {
  it('stands under the customer’s message until it is taken away', async () => {
    const { messageId } = await scene.anna.write({ text: 'Спасибо' })
    await react(standing(messageId), '👍')
    expect(await lastSeen()).toMatchObject({ reaction: '👍' })
    await react(standing(messageId), '')
    expect(await lastSeen()).toMatchObject({ reaction: '' })
  })

  it('as a keyboard writes it is the one on Telegram’s list', async () => {
    const { messageId } = await scene.anna.write({ text: 'Спасибо' })
    await react(standing(messageId), '❤\uFE0F')
    expect(await lastSeen()).toMatchObject({ reaction: '❤' })
  })

  it('outside the list is refused', async () => {
    const { messageId } = await scene.anna.write({ text: 'Спасибо' })
    expect(await refusalOf(react(standing(messageId), '🦖'))).toMatchObject({ reason: 'reactionRefused' })
  })
})

describe('typing', () => {
  it('is shown to the customer', async () => {
    await telegramSignals.typing?.(String(scene.anna.chatId), scene.settings, scene.context)
    expect((await scene.anna.view()).isBotTyping).toBe(true)
  })
})
