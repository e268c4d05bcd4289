import { beforeEach, describe, expect, it } from 'vitest'
import { sendMessage } from '#channels/telegram/send.ts'
import type { HttpRequest } from '#shared/provider/http.ts'
import { startedSimulators } from '#tests/tools/simulators/support/startedSimulators.ts'
import type { Scene } from './bot.ts'
import { aFile, mp4Bytes, oggOpusBytes, pngBytes, refusalOf, sceneAt } from './bot.ts'

const simulators = startedSimulators()
let scene: Scene
beforeEach(async () => {
  scene = await sceneAt(simulators().url)
})

const send = (change: Parameters<Scene['outbound']>[0] = {}) =>
  sendMessage(scene.outbound(change), scene.settings, scene.context)
const lastSeen = async () => (await scene.anna.view()).messages.at(-1)
const sends = (fault: unknown) => scene.telegram.control('faults', { sends: fault })

describe('a text', () => {
  it('reaches the customer, and bears the number Telegram gave it', async () => {
    const { externalId } = await send({ text: 'Добрый день <b>&</b> *до* _встречи_' })
    expect(await lastSeen()).toMatchObject({
      from: 'bot',
      kind: 'text',
      text: 'Добрый день <b>&</b> *до* _встречи_',
      messageId: Number(externalId),
    })
  })

  it('is signed where the channel signs', async () => {
    await send({ authorName: 'Ольга' })
    expect(await lastSeen()).toMatchObject({ text: 'Ольга\nДобрый день' })
  })

  it.each([
    ['bears its signature while there is room', 4090, 'Ольга\n'],
    ['leaves without it rather than not at all', 4091, ''],
  ])('%s', async (_name, length, signature) => {
    const text = 'я'.repeat(length)
    await send({ text, authorName: 'Ольга' })
    expect((await lastSeen())?.text).toBe(signature + text)
  })

  it('quotes what it replies to', async () => {
    const { messageId } = await scene.anna.write({ text: 'Когда доставка?' })
    await send({ replyToExternalId: String(messageId) })
    expect(await lastSeen()).toMatchObject({ replyTo: { text: 'Когда доставка?' } })
  })

  it('leaves without its quote when the customer has deleted what is quoted', async () => {
    await send({ replyToExternalId: '1' })
    expect(await lastSeen()).toMatchObject({ text: 'Добрый день' })
    expect(await lastSeen()).not.toHaveProperty('replyTo')
  })
})

describe('a file', () => {
  it.each([
    ['image/png', 'photo'],
    ['image/jpeg', 'photo'],
    ['image/gif', 'document'],
    ['image/webp', 'document'],
    ['image/svg+xml', 'document'],
    ['application/pdf', 'document'],
  ])('of type %s leaves as a %s', async (contentType, kind) => {
    await send({ text: '', attachments: [aFile(pngBytes(), { contentType, name: 'вид из окна' })] })
    expect(await lastSeen()).toMatchObject({ kind, file: { size: 200 } })
  })

  it('keeps its name and its bytes', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 договор')
    await send({ text: '', attachments: [aFile(bytes)] })
    const { file } = (await lastSeen()) ?? {}
    expect(file).toMatchObject({ name: 'договор.pdf', contentType: 'application/pdf' })
    const saved = await fetch(simulators().url + (file?.url ?? ''))
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(bytes)
  })

  it('above 10 MB is a document though it is a picture', async () => {
    const bytes = pngBytes(10 * 1024 * 1024 + 1)
    await send({ text: '', attachments: [aFile(bytes, { contentType: 'image/png', name: 'вид.png' })] })
    expect(await lastSeen()).toMatchObject({
      kind: 'document',
      file: { name: 'вид.png', size: bytes.length },
    })
  })

  it('of exactly 10 MB is a photo', async () => {
    await send({ text: '', attachments: [aFile(pngBytes(10 * 1024 * 1024), { contentType: 'image/png' })] })
    expect(await lastSeen()).toMatchObject({ kind: 'photo' })
  })

  it.each([
    ['too large for a photo', pngBytes(200, 5000, 5001)],
    ['too long for a photo', pngBytes(200, 2001, 100)],
    ['a picture by its name alone', new Uint8Array([1, 2, 3])],
    ['said to be small and is not', pngBytes(10 * 1024 * 1024 + 1)],
  ])('that is %s leaves as a document, with its caption, once', async (_name, bytes) => {
    const attachment = aFile(bytes, { contentType: 'image/png', name: 'план.png', size: 200 })
    await send({ text: 'Вот план', attachments: [attachment] })
    expect(await lastSeen()).toMatchObject({
      kind: 'document',
      text: 'Вот план',
      file: { name: 'план.png', size: bytes.length },
    })
    expect(await scene.anna.texts()).toEqual(['/start', 'Вот план'])
  })

  it('that Telegram cannot save as a photo leaves as a document', async () => {
    const asked: string[] = []
    const picky = {
      request: (request: HttpRequest) => {
        asked.push(new URL(request.url).pathname.split('/').at(-1) ?? '')
        if (!request.url.endsWith('/sendPhoto')) return scene.context.http.request(request)
        const body = '{"ok":false,"error_code":400,"description":"Bad Request: PHOTO_SAVE_FILE_INVALID"}'
        return Promise.resolve({ status: 400, headers: {}, body: new TextEncoder().encode(body) })
      },
    }
    const message = scene.outbound({ attachments: [aFile(pngBytes(), { contentType: 'image/png' })] })
    await sendMessage(message, scene.settings, { ...scene.context, http: picky })
    expect(asked).toEqual(['sendPhoto', 'sendDocument'])
    expect(await lastSeen()).toMatchObject({ kind: 'document', text: 'Добрый день' })
  })

  it('refused for its recipient is not tried again as a document', async () => {
    await scene.anna.block()
    const photo = aFile(pngBytes(), { contentType: 'image/png' })
    expect(await refusalOf(send({ attachments: [photo] }))).toMatchObject({ reason: 'blockedByContact' })
  })

  it('carries its text as a caption, signed where the channel signs', async () => {
    await send({ text: 'Вот договор', attachments: [aFile(pngBytes())] })
    expect(await lastSeen()).toMatchObject({ kind: 'document', text: 'Вот договор' })
    await send({ text: 'Вот договор', authorName: 'Ольга', attachments: [aFile(pngBytes())] })
    expect(await lastSeen()).toMatchObject({ text: 'Ольга\nВот договор' })
  })

  it.each([
    ['signs it while there is room', 1018, 'Ольга\n'],
    ['leaves the signature out rather than fail', 1019, ''],
  ])('with a long caption %s', async (_name, length, signature) => {
    const text = 'я'.repeat(length)
    const attachments = [aFile(pngBytes(), { contentType: 'image/png' })]
    await send({ text, authorName: 'Ольга', attachments })
    expect(await lastSeen()).toMatchObject({ kind: 'photo', text: signature + text })
  })

  it('without a text has no caption, signed or not', async () => {
    await send({ text: '', authorName: 'Ольга', attachments: [aFile(pngBytes())] })
    expect(await lastSeen()).toMatchObject({ kind: 'document', text: '' })
  })

  it.each([
    ['voice', 'voice', 'audio/ogg', oggOpusBytes(), 'voice'],
    ['voice', 'M4A', 'audio/mp4', mp4Bytes(), 'voice'],
    [
      'voice',
      'WebM, which Telegram would not play',
      'audio/webm',
      Buffer.from('1a45dfa3', 'hex'),
      'document',
    ],
    ['video', 'MP4', 'video/mp4', mp4Bytes(), 'video'],
    ['video', 'WebM', 'video/mp4', Buffer.from('1a45dfa3', 'hex'), 'document'],
    ['audio', 'MP3', 'audio/mpeg', Buffer.from('ID3\x04'), 'audio'],
    ['audio', 'Ogg', 'audio/ogg', oggOpusBytes(), 'document'],
    ['document', 'MP4', 'video/mp4', mp4Bytes(), 'document'],
  ] as const)(
    'of kind %s in %s leaves as what Telegram shows it as',
    async (kind, _name, contentType, bytes, seen) => {
      await send({ text: '', attachments: [aFile(bytes, { kind, contentType, width: 64, height: 48 })] })
      expect(await lastSeen()).toMatchObject({ kind: seen, file: { size: bytes.length } })
    },
  )

  it('quotes what it replies to', async () => {
    const { messageId } = await scene.anna.write({ text: 'Пришлите договор' })
    await send({ attachments: [aFile(pngBytes())], replyToExternalId: String(messageId) })
    expect(await lastSeen()).toMatchObject({ replyTo: { text: 'Пришлите договор' } })
  })

  it('that cannot be read stays here, and its text too', async () => {
    const unreadable = aFile(pngBytes(), { read: () => Promise.reject(new RangeError('no such file')) })
    await expect(send({ attachments: [unreadable] })).rejects.toThrow(RangeError)
    expect(await scene.anna.texts()).toEqual(['/start'])
  })

  it('beside another one is refused, since Telegram takes one: none is left behind silently', async () => {
    const refusal = await refusalOf(send({ attachments: [aFile(pngBytes()), aFile(pngBytes())] }))
    expect(refusal).toMatchObject({ code: 'rejected', reason: 'tooManyAttachments' })
    expect(await scene.anna.texts()).toEqual(['/start'])
  })
})

describe('a refusal', () => {
  const nothingSent = async () => expect(await scene.anna.texts()).toEqual(['/start'])

  it('of one who blocked the bot says so', async () => {
    await scene.anna.block()
    const refusal = await refusalOf(send())
    expect(refusal).toMatchObject({ code: 'rejected', reason: 'blockedByContact' })
    expect(refusal.detail).toBe('Forbidden: bot was blocked by the user')
  })

  it('to one who never wrote says that he cannot be reached', async () => {
    const stranger = await scene.telegram.customer('Дмитрий')
    const refusal = await refusalOf(send({ conversationExternalId: String(stranger.chatId) }))
    expect(refusal).toMatchObject({ code: 'rejected', reason: 'chatNotFound' })
  })

  it('to nobody says that he cannot be reached', async () => {
    const refusal = await refusalOf(send({ conversationExternalId: '42' }))
    expect(refusal).toMatchObject({
      code: 'rejected',
      reason: 'chatNotFound',
      detail: 'Bad Request: chat not found',
    })
  })

  it.each([
    ['a text', { text: 'я'.repeat(4097) }],
    ['a caption', { text: 'я'.repeat(1025), attachments: [aFile(pngBytes())] }],
  ])('of %s that is too long says so', async (_name, change) => {
    expect(await refusalOf(send(change))).toMatchObject({ code: 'rejected', reason: 'tooLong' })
    await nothingSent()
  })

  it.each([
    ['an empty text', { text: ' ' }],
    ['an empty file', { text: '', attachments: [aFile(new Uint8Array())] }],
  ])('of %s gives Telegram’s own words', async (_name, change) => {
    const refusal = await refusalOf(send(change))
    expect(refusal).toMatchObject({ code: 'rejected', reason: 'rejected' })
    expect(refusal.detail).toMatch(/^Bad Request: /)
    await nothingSent()
  })

  it('of a revoked token condemns the channel', async () => {
    const settings = { ...scene.settings, token: '100009:revoked-token-never-to-be-told' }
    const refusal = await refusalOf(sendMessage(scene.outbound(), settings, scene.context))
    expect(refusal).toMatchObject({ code: 'unauthorized', reason: 'unauthorized', detail: 'Unauthorized' })
  })
})

describe('a limit', () => {
  it('says how long to wait', async () => {
    await sends({ kind: 'tooManyRequests', count: 1, retryAfter: 7 })
    expect(await refusalOf(send())).toMatchObject({ code: 'rateLimited', retryAfterMs: 7000 })
    await send()
    expect(await scene.anna.texts()).toEqual(['/start', 'Добрый день'])
  })
})

describe('Telegram in trouble', () => {
  it.each([
    ['text', {}],
    ['file', { attachments: [aFile(pngBytes())] }],
  ])('answering 500 to a %s has not sent it', async (_name, change) => {
    await sends({ kind: 'error500', count: 1 })
    expect(await refusalOf(send(change))).toMatchObject({ code: 'unreachable' })
    expect(await scene.anna.texts()).toEqual(['/start'])
  })

  it.each([
    ['text', {}],
    ['file', { attachments: [aFile(pngBytes())] }],
  ])('breaking off after a %s may have sent it', async (_name, change) => {
    await sends({ kind: 'dropAnswer', count: 1 })
    expect(await refusalOf(send(change))).toMatchObject({ code: 'uncertain' })
    expect(await scene.anna.texts()).toHaveLength(2)
  })

  it('saying nothing may have sent it', async () => {
    await sends({ kind: 'timeout', count: 1 })
    expect(await refusalOf(send())).toMatchObject({ code: 'uncertain' })
  })

  it('out of reach has not sent it', async () => {
    const nowhere = { ...scene.context, baseUrl: 'https://no-such-name.invalid' }
    const refusal = await refusalOf(sendMessage(scene.outbound(), scene.settings, nowhere))
    expect(refusal.code).toBe('unreachable')
  })
})

describe('an error', () => {
  it.each([
    ['a refusal', () => scene.anna.block()],
    ['a limit', () => sends({ kind: 'tooManyRequests', count: 1 })],
    ['a failure', () => sends({ kind: 'error500', count: 1 })],
    ['a broken connection', () => sends({ kind: 'dropAnswer', count: 1 })],
  ])('of %s never tells the token', async (_name, prepare) => {
    await prepare()
    const { message, detail, reason, stack, cause } = await refusalOf(send())
    expect([message, detail, reason, stack, String(cause), JSON.stringify(cause)].join()).not.toContain(
      scene.settings.token,
    )
  })
})
