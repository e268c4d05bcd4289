import { beforeEach, describe, expect, it, vi } from 'vitest'
import { telegramConnection } from '#channels/telegram/connection.ts'
import { startedSimulators } from '#tests/tools/simulators/support/startedSimulators.ts'
import { WebhookReceiver } from '#tests/tools/simulators/support/WebhookReceiver.ts'
import type { Scene } from './bot.ts'
import { refusalOf, sceneAt } from './bot.ts'

const simulators = startedSimulators()
let scene: Scene
beforeEach(async () => {
  scene = await sceneAt(simulators().url)
})

const form = () => ({ token: scene.settings.token })
const hookUrl = (accountId: string) => `http://127.0.0.1:1/hooks/telegram/${accountId}`
const options = { hookUrl, secret: 'a-new-secret' }
const webhook = async () => (await scene.telegram.control(''))['webhook']

describe('a pasted token', () => {
  it('tells whose it is and connects nothing', async () => {
    expect(await telegramConnection.identify(form(), scene.context)).toEqual({
      accountId: String(scene.telegram.id),
      name: 'Тест',
      handle: '@test_bot',
    })
    expect(await webhook()).toMatchObject({ url: '', hasSecret: false })
  })

  it.each([
    ['nobody’s', { token: '100009:nobody-has-this-token-in-hand' }],
    ['empty', { token: '' }],
    ['not there', {}],
  ])('that is %s is unauthorized, and not told on', async (_name, given) => {
    const refusal = await refusalOf(telegramConnection.identify(given, scene.context))
    expect(refusal.code).toBe('unauthorized')
    expect(refusal.message).not.toContain('nobody-has')
  })
})

describe('connecting', () => {
  it('leads the bot’s messages, edits and reactions to us, under the secret', async () => {
    const connected = await telegramConnection.connect(form(), options, scene.context)
    expect(connected).toEqual({
      accountId: String(scene.telegram.id),
      name: 'Тест',
      handle: '@test_bot',
      settings: { token: scene.settings.token, secret: 'a-new-secret' },
    })
    expect(await webhook()).toMatchObject({
      url: hookUrl(String(scene.telegram.id)),
      hasSecret: true,
      allowed: ['message', 'edited_message', 'message_reaction'],
    })
  })

  it('has Telegram sign what it sends by that secret', async () => {
    const receiver = await new WebhookReceiver().open()
    await telegramConnection.connect(form(), { ...options, hookUrl: () => receiver.url }, scene.context)
    await scene.anna.write({ text: 'Здравствуйте' })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1))
    expect(receiver.received[0]?.headers['x-telegram-bot-api-secret-token']).toBe('a-new-secret')
    await receiver.close()
  })

  it('with a void token tells Telegram nothing', async () => {
    const refusal = await refusalOf(
      telegramConnection.connect({ token: '100009:void-token-in-hand' }, options, scene.context),
    )
    expect(refusal.code).toBe('unauthorized')
    expect(await webhook()).toMatchObject({ url: '' })
  })

  it('to an address Telegram does not take is refused in its words', async () => {
    const elsewhere = { ...options, hookUrl: () => 'https://example.com/hooks' }
    const refusal = await refusalOf(telegramConnection.connect(form(), elsewhere, scene.context))
    expect(refusal).toMatchObject({
      code: 'rejected',
      detail: expect.stringContaining('bad webhook') as unknown,
    })
  })
})

describe('disconnecting', () => {
  it('leaves the bot without an address', async () => {
    const { settings } = await telegramConnection.connect(form(), options, scene.context)
    await telegramConnection.disconnect(settings, scene.context)
    expect(await webhook()).toMatchObject({ url: '' })
  })
})
