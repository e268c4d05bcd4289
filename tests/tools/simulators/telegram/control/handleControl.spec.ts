import { describe, expect, it } from 'vitest'
import { callJson } from '../../support/callJson.ts'
import { startedSimulators } from '../../support/startedSimulators.ts'
import { Telegram } from '../../support/Telegram.ts'

const simulators = startedSimulators()
const control = (path: string, body?: unknown) =>
  callJson(`${simulators().url}/telegram/control/${path}`, body)

describe('control of the Telegram simulator', () => {
  it('lists the bots that are known in advance', async () => {
    const { body } = await control('bots')

    expect(body).toMatchObject([
      {
        id: 100001,
        username: 'teply_dom_bot',
        name: 'Тёплый дом',
        token: '100001:demo-bot-token-for-local-use-0001',
      },
      { id: 100002 },
    ])
  })

  it('keeps the webhook secret to itself', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    await telegram.call('setWebhook', { url: 'http://127.0.0.1:1/', secret_token: 'hush-hush' })

    const { body } = await control(`bots/${telegram.id}`)

    expect(JSON.stringify(body)).not.toContain('hush-hush')
  })

  it('gives the same customer for the same id', async () => {
    const customer = { name: 'Анна', id: 5001 }
    await control('bots/100002/customers', customer)
    await control('bots/100002/customers/5001/messages', { text: 'x' })

    const { body } = await control('bots/100002/customers', customer)

    expect(body).toMatchObject({ chatId: 5001, messages: [{ text: 'x' }] })
  })

  it('makes a customer whom the bot may answer at once', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const { chatId } = await telegram.control('customers', { name: 'Марина', isStarted: true })

    expect(await telegram.call('sendMessage', { chat_id: chatId, text: 'x' })).toMatchObject({ ok: true })
  })

  it('sets the second a message was sent in', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const anna = await telegram.customer()

    expect(await anna.write({ text: 'x', date: 1_795_000_000 })).toMatchObject({ date: 1_795_000_000 })
  })

  it('lets the customer react, take it back, and delete on both sides', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const anna = await telegram.startedCustomer()
    const { messageId } = await anna.write({ text: 'Спасибо' })

    await anna.react(messageId, '👍')
    expect((await anna.view()).messages.at(-1)).toMatchObject({ customerReaction: '👍', reaction: '' })
    await anna.react(messageId, '')
    expect((await anna.view()).messages.at(-1)).toMatchObject({ customerReaction: '' })

    await anna.delete(messageId)
    expect(await anna.texts()).toEqual(['/start'])
  })

  it("forgets a bot's customers and faults on reset", async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const anna = await telegram.startedCustomer()
    await telegram.control('faults', { sends: { kind: 'error500', count: 'all' } })

    await telegram.control('reset', {})

    expect(await control(`bots/${telegram.id}`)).toMatchObject({
      body: { customers: [], faults: { sends: null } },
    })
    expect(await telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })).toMatchObject({
      error_code: 400,
    })
  })

  it.each([
    ['two contents at once', 'bots/100001/customers/5002/messages', { text: 'x', photo: {} }],
    ['no content', 'bots/100001/customers/5002/messages', {}],
    ['a reply to nothing', 'bots/100001/customers/5002/messages', { text: 'x', replyTo: 1 }],
    ['an unknown fault', 'bots/100001/faults', { sends: { kind: 'flood' } }],
    ['an unknown field', 'bots/100001/customers', { name: 'Анна', age: 30 }],
  ])('refuses %s', async (_what, path, body) => {
    await control('bots/100001/customers', { name: 'Дмитрий', id: 5002 })

    expect(await control(path, body)).toMatchObject({ status: 400 })
  })

  it('answers 404 for what is not there', async () => {
    expect(await control('bots/1')).toMatchObject({ status: 404 })
    expect(await control('bots/100001/customers/1/view')).toMatchObject({ status: 404 })
  })

  it('shows pictures and hands anything else over for saving only', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const anna = await telegram.customer()
    await anna.write({ photo: {} })
    await anna.write({ document: { name: 'a.html', contentType: 'text/html', base64: btoa('<script>') } })

    const [photo, document] = (await anna.view()).messages
    const headersOf = async (url = '') => (await fetch(`${simulators().url}${url}`)).headers

    expect((await headersOf(photo?.file?.url)).get('content-type')).toBe('image/png')
    expect((await headersOf(document?.file?.url)).get('content-type')).toBe('application/octet-stream')
    expect((await headersOf(document?.file?.url)).get('content-disposition')).toContain('attachment')
  })
})
