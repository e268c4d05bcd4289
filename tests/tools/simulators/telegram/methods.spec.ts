import { describe, expect, it } from 'vitest'
import { startedSimulators } from '../support/startedSimulators.ts'
import { callJson } from '../support/callJson.ts'
import { Telegram, type BotAnswer, type TelegramCustomer } from '../support/Telegram.ts'

const simulators = startedSimulators()
const png = (size: number, width = 10, height = 10) => {
  const bytes = Buffer.alloc(size)
  bytes.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new File([bytes], 'picture.png', { type: 'image/png' })
}

async function scene(): Promise<{ telegram: Telegram; anna: TelegramCustomer }> {
  const telegram = await Telegram.withNewBot(simulators().url)
  return { telegram, anna: await telegram.startedCustomer() }
}

type Refused = (telegram: Telegram, anna: TelegramCustomer) => Promise<BotAnswer>

const send =
  (parameters: Record<string, unknown>): Refused =>
  (telegram, { chatId }) =>
    telegram.call('sendMessage', { chat_id: chatId, text: 'x', ...parameters })

const refusals: [string, Refused, number, string][] = [
  [
    'a webhook at another machine',
    (telegram) => telegram.call('setWebhook', { url: 'https://example.com/hook' }),
    400,
    'Bad Request: bad webhook: the simulator sends webhooks to this machine only',
  ],
  [
    'a secret token with other characters',
    (telegram) => telegram.call('setWebhook', { url: 'http://127.0.0.1:1/', secret_token: 'a+b=' }),
    400,
    'Bad Request: secret token contains unallowed characters',
  ],
  ['a method it does not know', (telegram) => telegram.call('sendSmoke'), 404, 'Not Found: method not found'],
  [
    'a message to nobody',
    (telegram) => telegram.call('sendMessage', { text: 'x' }),
    400,
    'Bad Request: chat_id is empty',
  ],
  ['a message to a stranger', send({ chat_id: 42 }), 400, 'Bad Request: chat not found'],
  ['an empty text', send({ text: ' \n' }), 400, 'Bad Request: message text is empty'],
  ['a text of 4097 characters', send({ text: 'я'.repeat(4097) }), 400, 'Bad Request: message is too long'],
  [
    'a caption of 1025 characters',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendDocument', { chat_id: String(chatId), caption: 'я'.repeat(1025) }, png(100)),
    400,
    'Bad Request: message caption is too long',
  ],
  [
    'a reply to a message that is not there',
    send({ reply_parameters: { message_id: 1 } }),
    400,
    'Bad Request: message to be replied not found',
  ],
  [
    'reply parameters that are no JSON',
    send({ reply_parameters: 'message_id=1' }),
    400,
    "Bad Request: can't parse reply parameters JSON object",
  ],
  [
    'a quote that is not in the message',
    async (telegram, anna) => {
      const { messageId } = await anna.write({ text: 'Здравствуйте' })
      return send({ reply_parameters: { message_id: messageId, quote: 'До свидания' } })(telegram, anna)
    },
    400,
    'Bad Request: QUOTE_TEXT_INVALID',
  ],
  [
    'a photo above 10 MB',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendPhoto', { chat_id: String(chatId) }, png(10_485_761)),
    400,
    'Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
  ],
  [
    'a photo that is no picture',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendPhoto', { chat_id: String(chatId) }, new File(['text'], 'a.png')),
    400,
    'Bad Request: IMAGE_PROCESS_FAILED',
  ],
  [
    'a photo whose width and height are above 10 000 together',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendPhoto', { chat_id: String(chatId) }, png(200, 5000, 5001)),
    400,
    'Bad Request: PHOTO_INVALID_DIMENSIONS',
  ],
  [
    'a photo more than 20 times as wide as high',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendPhoto', { chat_id: String(chatId) }, png(200, 2001, 100)),
    400,
    'Bad Request: PHOTO_INVALID_DIMENSIONS',
  ],
  [
    'a photo more than 20 times as high as wide',
    (telegram, { chatId }) =>
      telegram.callWithFile('sendPhoto', { chat_id: String(chatId) }, png(200, 100, 2001)),
    400,
    'Bad Request: PHOTO_INVALID_DIMENSIONS',
  ],
  [
    'a document without a document',
    (telegram, { chatId }) => telegram.call('sendDocument', { chat_id: chatId }),
    400,
    'Bad Request: there is no document in the request',
  ],
  [
    'a file id it never gave',
    (telegram) => telegram.call('getFile', { file_id: 'AgACAgIAAxkBAAIBY2' }),
    400,
    'Bad Request: invalid file_id',
  ],
  [
    'a file id of another bot',
    async (telegram, anna) => {
      const other = await Telegram.withNewBot(simulators().url)
      const sent = await telegram.callWithFile('sendDocument', { chat_id: String(anna.chatId) }, png(100))
      const { file_id } = sent.result?.['document'] as { file_id: string }
      return other.call('getFile', { file_id })
    },
    400,
    'Bad Request: wrong file_id or the file is temporarily unavailable',
  ],
  [
    "an edit of the customer's message",
    async (telegram, anna) => {
      const { messageId } = await anna.write({ text: 'Здравствуйте' })
      return telegram.call('editMessageText', { chat_id: anna.chatId, message_id: messageId, text: 'y' })
    },
    400,
    "Bad Request: message can't be edited",
  ],
  [
    'an edit of a message that is not there',
    (telegram, { chatId }) => telegram.call('editMessageText', { chat_id: chatId, message_id: 1, text: 'y' }),
    400,
    'Bad Request: message to edit not found',
  ],
  [
    'a reaction outside the list',
    async (telegram, anna) => {
      const { messageId } = await anna.write({ text: 'Здравствуйте' })
      const reaction = [{ type: 'emoji', emoji: '🦖' }]
      return telegram.call('setMessageReaction', { chat_id: anna.chatId, message_id: messageId, reaction })
    },
    400,
    'Bad Request: REACTION_INVALID',
  ],
  [
    'a message to one who blocked the bot',
    async (telegram, anna) => {
      await anna.block()
      return send({})(telegram, anna)
    },
    403,
    'Forbidden: bot was blocked by the user',
  ],
  [
    'a message to one who never wrote',
    async (telegram) => send({})(telegram, await telegram.customer('Дмитрий')),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  [
    'marked-up text, which it does not play',
    send({ parse_mode: 'HTML' }),
    400,
    'Bad Request: the simulator does not play parse_mode',
  ],
]

describe('the Bot API', () => {
  it.each(refusals)('refuses %s', async (_what, refused, code, description) => {
    const { telegram, anna } = await scene()

    expect(await refused(telegram, anna)).toMatchObject({ ok: false, error_code: code, description })
    expect(await anna.texts()).not.toContain('x')
  })

  it('refuses a token it does not know', async () => {
    const { status, body } = await callJson(`${simulators().url}/telegram/bot1:nobody/getMe`)

    expect(status).toBe(401)
    expect(body).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
  })

  it('takes parameters as query, form and JSON alike, in any case of the name', async () => {
    const { telegram, anna } = await scene()
    const parameters = (text: string) => new URLSearchParams({ chat_id: String(anna.chatId), text })

    await fetch(`${telegram.methodUrl('sendmessage')}?${parameters('query').toString()}`)
    await fetch(telegram.methodUrl('SENDMESSAGE'), { method: 'POST', body: parameters('form') })
    await telegram.call('sendMessage', { chat_id: anna.chatId, text: 'json' })

    expect(await anna.texts()).toEqual(['/start', 'query', 'form', 'json'])
  })

  it('shows the customer a reply with what it answers', async () => {
    const { telegram, anna } = await scene()
    const { messageId } = await anna.write({ text: 'Когда доставка?' })

    const sent = await telegram.call('sendMessage', {
      chat_id: anna.chatId,
      text: 'Завтра',
      reply_parameters: { message_id: messageId },
    })

    expect(sent.result).toMatchObject({ reply_to_message: { text: 'Когда доставка?' } })
    expect((await anna.view()).messages.at(-1)).toMatchObject({
      text: 'Завтра',
      replyTo: { text: 'Когда доставка?' },
    })
  })

  it('edits, deletes, reacts and types before the customer', async () => {
    const { telegram, anna } = await scene()
    const sent = await telegram.call('sendMessage', { chat_id: anna.chatId, text: 'Завтро' })
    const own = { chat_id: anna.chatId, message_id: sent.result?.['message_id'] }
    const { messageId } = await anna.write({ text: 'Спасибо' })

    await telegram.call('editMessageText', { ...own, text: 'Завтра' })
    await telegram.call('setMessageReaction', {
      chat_id: anna.chatId,
      message_id: messageId,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    })
    await telegram.call('sendChatAction', { chat_id: anna.chatId, action: 'typing' })

    const view = await anna.view()
    expect(view.messages).toMatchObject([
      { text: '/start' },
      { text: 'Завтра', isEdited: true },
      { text: 'Спасибо', reaction: '👍' },
    ])
    expect(view.isBotTyping).toBe(true)

    await telegram.call('deleteMessage', own)
    expect(await anna.texts()).toEqual(['/start', 'Спасибо'])
  })

  it('changes the words under a file', async () => {
    const { telegram, anna } = await scene()
    const chat = { chat_id: String(anna.chatId) }
    const sent = await telegram.callWithFile(
      'sendDocument',
      { ...chat, caption: 'Счет' },
      new File(['счёт'], 'счёт.pdf'),
    )
    const own = { ...chat, message_id: sent.result?.['message_id'] }

    await telegram.call('editMessageCaption', { ...own, caption: 'Счёт' })
    expect((await anna.view()).messages.at(-1)).toMatchObject({ text: 'Счёт', isEdited: true })

    const again = await telegram.call('editMessageCaption', { ...own, caption: 'Счёт' })
    expect(again.description).toMatch(/message is not modified/)
    const text = await telegram.call('sendMessage', { ...chat, text: 'Вот' })
    const none = { ...chat, message_id: text.result?.['message_id'], caption: 'Счёт' }
    expect((await telegram.call('editMessageCaption', none)).description).toMatch(/there is no caption/)
  })

  it('sends a file again by its id', async () => {
    const { telegram, anna } = await scene()
    const chat = { chat_id: String(anna.chatId) }
    const first = await telegram.callWithFile('sendDocument', chat, new File(['счёт'], 'счёт.pdf'))
    const { file_id } = first.result?.['document'] as { file_id: string }

    await telegram.call('sendDocument', { ...chat, document: file_id, caption: 'Ещё раз' })

    const rows = (await anna.view()).messages.slice(1)
    expect(rows.map(({ file }) => file?.name)).toEqual(['счёт.pdf', 'счёт.pdf'])
    expect(rows[1]?.text).toBe('Ещё раз')
  })

  it('gives a photo in two sizes, the last one the real', async () => {
    const { telegram, anna } = await scene()

    const sent = await telegram.callWithFile('sendPhoto', { chat_id: String(anna.chatId) }, png(5000))

    expect(sent.result?.['photo']).toMatchObject([{ width: 90 }, { width: 10, height: 10, file_size: 5000 }])
  })
})

describe('the Bot API where it is strict', () => {
  const strict = startedSimulators({ strictHttps: true })

  it.each([
    [
      'http',
      'http://127.0.0.1:8443/hook',
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'an odd port',
      'https://127.0.0.1:5009/hook',
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
  ])('refuses a webhook at %s', async (_what, url, description) => {
    const telegram = await Telegram.withNewBot(strict().url)

    expect(await telegram.call('setWebhook', { url })).toMatchObject({ error_code: 400, description })
  })
})
