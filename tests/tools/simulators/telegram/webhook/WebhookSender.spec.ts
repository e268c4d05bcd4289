import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startedSimulators } from '../../support/startedSimulators.ts'
import { Telegram } from '../../support/Telegram.ts'
import { WebhookReceiver } from '../../support/WebhookReceiver.ts'

vi.setConfig({ testTimeout: 20_000 })

/** A second in 10 ms. */
const CLOCK_FACTOR = 100
const simulators = startedSimulators({ clockFactor: CLOCK_FACTOR, webhookTimeoutMs: 300 })

let telegram: Telegram
let receiver: WebhookReceiver

beforeEach(async () => {
  telegram = await Telegram.withNewBot(simulators().url)
  receiver = await new WebhookReceiver().open()
})
afterEach(() => receiver.close())

function listen(settings: Record<string, unknown> = {}): Promise<unknown> {
  return telegram.call('setWebhook', { url: receiver.url, ...settings })
}

async function info(): Promise<Record<string, unknown>> {
  return (await telegram.call('getWebhookInfo')).result ?? {}
}

const arrived = (count: number) =>
  vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(count), {
    timeout: 5000,
    interval: 10,
  })

const settled = () =>
  vi.waitFor(async () => expect((await info())['pending_update_count']).toBe(0), {
    timeout: 5000,
    interval: 20,
  })

describe('webhooks', () => {
  it('carry the secret, the customer and a rising update id', async () => {
    await listen({ secret_token: 'Secret_token-1' })
    const anna = await telegram.customer()

    const first = await anna.write({ text: 'Здравствуйте' })
    const second = await anna.write({ text: 'Когда доставка?' })
    await arrived(2)

    expect(receiver.received[0]?.headers['x-telegram-bot-api-secret-token']).toBe('Secret_token-1')
    expect(receiver.received[0]?.update).toEqual({
      update_id: first.updateId,
      message: {
        message_id: first.messageId,
        from: {
          id: anna.chatId,
          is_bot: false,
          first_name: 'Анна',
          last_name: 'Светлова',
          username: 'anna',
          language_code: 'ru',
        },
        chat: {
          id: anna.chatId,
          first_name: 'Анна',
          last_name: 'Светлова',
          username: 'anna',
          type: 'private',
        },
        date: expect.any(Number) as number,
        text: 'Здравствуйте',
      },
    })
    expect(second.updateId).toBe((first.updateId ?? 0) + 1)
  })

  it('carry no secret header when none was set', async () => {
    await listen()
    await (await telegram.customer()).write({ text: 'x' })
    await arrived(1)

    expect(receiver.received[0]?.headers).not.toHaveProperty('x-telegram-bot-api-secret-token')
  })

  it('tell of edits, replies, blocks and other kinds of content', async () => {
    await listen()
    const anna = await telegram.customer()
    const { messageId } = await anna.write({ text: 'Здраствуйте' })
    await anna.edit(messageId, 'Здравствуйте')
    await anna.write({ text: 'Ау', replyTo: messageId, quote: 'Здра' })
    await anna.write({ sticker: {} })
    await anna.write({ location: { latitude: 55.75, longitude: 37.62 } })
    await anna.write({ voice: {} })
    await anna.write({ contact: true })
    await anna.block()
    await arrived(8)

    expect(receiver.received.map(({ update }) => update)).toMatchObject([
      { message: { text: 'Здраствуйте' } },
      {
        edited_message: {
          message_id: messageId,
          text: 'Здравствуйте',
          edit_date: expect.any(Number) as number,
        },
      },
      { message: { reply_to_message: { message_id: messageId }, quote: { text: 'Здра', position: 0 } } },
      { message: { sticker: { emoji: '🙂' } } },
      { message: { location: { latitude: 55.75 } } },
      { message: { voice: { mime_type: 'audio/ogg' } } },
      { message: { contact: { phone_number: '79000000142' } } },
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
    ])
  })

  it('of one chat come strictly one after another, those of another chat meanwhile', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    receiver.reply = ({ update }) => ({
      status: 200,
      ...(update.message?.text === '1' ? { until: held } : {}),
    })
    await listen()
    const [anna, boris] = [await telegram.customer(), await telegram.customer('Борис')]

    for (const text of ['1', '2', '3']) await anna.write({ text })
    await boris.write({ text: 'другой' })
    await arrived(2)
    expect(receiver.texts).toEqual(['1', 'другой'])

    release()
    await arrived(4)
    expect(receiver.texts).toEqual(['1', 'другой', '2', '3'])
  })

  it('are tried again after 1, 2, 4, 8 seconds, and those behind them wait', async () => {
    receiver.reply = (_received, count) => ({ status: count <= 4 ? 500 : 200 })
    await listen()
    const anna = await telegram.customer()

    await anna.write({ text: 'первое' })
    await anna.write({ text: 'второе' })
    await arrived(6)

    expect(receiver.texts).toEqual(['первое', 'первое', 'первое', 'первое', 'первое', 'второе'])
    const ids = receiver.received.slice(0, 5).map(({ update }) => update.update_id)
    expect(new Set(ids).size).toBe(1)
    const times = receiver.received.map(({ at }) => at)
    const waits = [1, 2, 3, 4].map((index) => (times[index] ?? 0) - (times[index - 1] ?? 0))
    waits.forEach((wait, index) =>
      expect(wait).toBeGreaterThanOrEqual((2 ** index * 1000) / CLOCK_FACTOR - 2),
    )
    expect(await info()).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      last_error_date: expect.any(Number) as number,
    })
    await settled()
  })

  it('wait as long as Retry-After asks', async () => {
    receiver.reply = (_received, count) =>
      count === 1 ? { status: 503, headers: { 'retry-after': '20' } } : { status: 200 }
    await listen()
    await (await telegram.customer()).write({ text: 'x' })
    await arrived(2)

    const [first, second] = receiver.received
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(20_000 / CLOCK_FACTOR - 2)
  })

  it('are tried again when the bot does not answer in time or not at all', async () => {
    receiver.reply = (_received, count) => ({
      status: 200,
      ...(count === 1 ? { until: new Promise(() => undefined) } : {}),
    })
    await listen()
    await (await telegram.customer()).write({ text: 'x' })
    await arrived(2)
    expect((await info())['last_error_message']).toBe('Read timeout expired')
    await settled()

    await telegram.call('setWebhook', { url: 'http://127.0.0.1:9/closed' })
    await (await telegram.customer()).write({ text: 'y' })
    await vi.waitFor(async () =>
      expect((await info())['last_error_message']).toMatch(
        /^(Connection refused|Webhook connection closed)$/,
      ),
    )
    expect(await info()).toMatchObject({ pending_update_count: 1 })
  })

  it('wait for an address, and go when there is one', async () => {
    const anna = await telegram.customer()
    await anna.write({ text: 'рано' })
    expect(await info()).toEqual({ url: '', has_custom_certificate: false, pending_update_count: 1 })

    await listen()
    await arrived(1)

    expect(receiver.texts).toEqual(['рано'])
  })

  it('are dropped on demand', async () => {
    const anna = await telegram.customer()
    await anna.write({ text: 'рано' })

    await listen({ drop_pending_updates: true })
    await anna.write({ text: 'позже' })
    await arrived(1)

    expect(receiver.texts).toEqual(['позже'])
  })

  it('are only of the kinds that were asked for', async () => {
    await listen({ allowed_updates: ['message'] })
    const anna = await telegram.customer()
    const { messageId } = await anna.write({ text: 'x' })

    expect(await anna.edit(messageId, 'y')).toMatchObject({ updateId: null })
    expect(await info()).toMatchObject({ allowed_updates: ['message'], max_connections: 40 })
  })

  it('end with deleteWebhook', async () => {
    await listen()
    const anna = await telegram.customer()
    await telegram.call('deleteWebhook')

    await anna.write({ text: 'x' })

    expect(await info()).toMatchObject({ url: '', pending_update_count: 1 })
    expect(receiver.received).toEqual([])
  })

  it('come ten times over when told to', async () => {
    await listen()
    await telegram.control('faults', { webhooks: { copies: 10 } })

    const { updateId } = await (await telegram.customer()).write({ text: 'x' })
    await arrived(10)
    await settled()

    expect(receiver.received.map(({ update }) => update.update_id)).toEqual(
      Array.from({ length: 10 }, () => updateId),
    )
  })

  it('come out of order when told to, and all of them', async () => {
    await listen()
    const anna = await telegram.customer()
    await telegram.control('faults', { webhooks: { shuffle: 6 } })
    const texts = ['1', '2', '3', '4', '5', '6']

    for (const text of texts) await anna.write({ text })
    await arrived(6)
    await settled()

    expect(receiver.texts).not.toEqual(texts)
    expect(receiver.texts.toSorted()).toEqual(texts)
  })

  it('come late when told to', async () => {
    await listen()
    const anna = await telegram.customer()
    await telegram.control('faults', { webhooks: { delayMs: 20_000 } })
    const startedAt = performance.now()

    await anna.write({ text: 'x' })
    await arrived(1)

    expect((receiver.received[0]?.at ?? 0) - startedAt).toBeGreaterThanOrEqual(20_000 / CLOCK_FACTOR - 2)
  })
})

describe('webhooks to a bot that is gone', () => {
  /** A day in less than half a second. */
  const hasty = startedSimulators({ clockFactor: 200_000 })

  it('end after 23 hours of 410', async () => {
    const gone = await Telegram.withNewBot(hasty().url)
    receiver.reply = () => ({ status: 410 })
    await gone.call('setWebhook', { url: receiver.url })
    const anna = await gone.customer()
    const isClosed = async () => (await gone.call('getWebhookInfo')).result?.['url'] === ''

    await vi.waitFor(
      async () => {
        await anna.write({ text: 'x' })
        expect(await isClosed()).toBe(true)
      },
      { timeout: 5000, interval: 50 },
    )
  })

  it('are given up after 24 hours', async () => {
    const failing = await Telegram.withNewBot(hasty().url)
    receiver.reply = () => ({ status: 500 })
    await failing.call('setWebhook', { url: receiver.url })
    await (await failing.customer()).write({ text: 'x' })

    await vi.waitFor(
      async () => {
        const { result } = await failing.call('getWebhookInfo')
        expect(result).toMatchObject({
          pending_update_count: 0,
          last_error_date: expect.any(Number) as number,
        })
      },
      { timeout: 5000, interval: 50 },
    )
  })
})
