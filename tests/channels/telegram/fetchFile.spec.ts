import { beforeEach, describe, expect, it, vi } from 'vitest'
import { telegramMedia } from '#channels/telegram/fetchFile.ts'
import { startedSimulators } from '#tests/tools/simulators/support/startedSimulators.ts'
import { WebhookReceiver } from '#tests/tools/simulators/support/WebhookReceiver.ts'
import type { Scene } from './bot.ts'
import { pngBytes, refusalOf, sceneAt } from './bot.ts'

vi.setConfig({ testTimeout: 20_000 })

const MEGABYTE = 1024 * 1024
const simulators = startedSimulators()
let scene: Scene
beforeEach(async () => {
  scene = await sceneAt(simulators().url)
})

/** What Telegram calls the file the customer has sent. */
async function fileIdOf(message: Record<string, unknown>): Promise<string> {
  const receiver = await new WebhookReceiver().open()
  await scene.telegram.call('setWebhook', { url: receiver.url, drop_pending_updates: true })
  await scene.anna.write(message)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1))
  await receiver.close()
  const heard = receiver.received[0]?.update.message
  const files = [heard?.['document'], ...((heard?.['photo'] as unknown[] | undefined) ?? [])]
  return (files.findLast((file) => file !== undefined) as { file_id: string }).file_id
}

const fetched = (fileId: string, maxBytes = 50 * MEGABYTE, context = scene.context) =>
  telegramMedia.fetch(fileId, scene.settings, maxBytes, context)

describe('a file', () => {
  it('of the customer is fetched, byte for byte', async () => {
    const bytes = Buffer.from('счёт 4187')
    const fileId = await fileIdOf({ document: { name: 'счёт.txt', base64: bytes.toString('base64') } })
    expect(new Uint8Array((await fetched(fileId)).bytes)).toEqual(new Uint8Array(bytes))
  })

  it('that is a photo is the photo, not its small copy', async () => {
    const fileId = await fileIdOf({ photo: { base64: Buffer.from(pngBytes(5000)).toString('base64') } })
    expect((await fetched(fileId)).bytes).toHaveLength(5000)
  })

  it('of 20 MB is fetched', async () => {
    const fileId = await fileIdOf({ document: { name: 'a.bin', size: 20 * MEGABYTE } })
    expect((await fetched(fileId)).bytes).toHaveLength(20 * MEGABYTE)
  })

  it('above 20 MB is too large for Telegram', async () => {
    const fileId = await fileIdOf({ document: { name: 'a.bin', size: 20 * MEGABYTE + 1 } })
    expect(await refusalOf(fetched(fileId))).toMatchObject({ code: 'tooLarge', reason: 'tooLarge' })
  })

  it('above what we take is cut off', async () => {
    const fileId = await fileIdOf({ document: { name: 'a.bin', size: MEGABYTE } })
    expect(await refusalOf(fetched(fileId, MEGABYTE - 1))).toMatchObject({ code: 'tooLarge' })
  })

  it.each(['AgACAgIAAxkBAAIBY2unknown', '', '../../etc/passwd'])(
    'Telegram does not know is gone: %j',
    async (fileId) => {
      expect(await refusalOf(fetched(fileId))).toMatchObject({ code: 'gone' })
    },
  )

  it('the bot has forgotten meanwhile is gone', async () => {
    const fileId = await fileIdOf({ document: { name: 'a.txt' } })
    await scene.telegram.control('reset', {})
    expect(await refusalOf(fetched(fileId))).toMatchObject({ code: 'gone' })
  })

  it('of a bot whose token was revoked condemns the channel', async () => {
    const settings = { ...scene.settings, token: '100009:revoked-token-never-to-be-told' }
    const refusal = await refusalOf(telegramMedia.fetch('AgAC', settings, MEGABYTE, scene.context))
    expect(refusal.code).toBe('unauthorized')
    expect(refusal.message).not.toContain('never-to-be-told')
  })
})

describe('a download', () => {
  /** Telegram that has the file ready and answers its download by this. */
  const downloading = (status: number, result: unknown = { file_path: 'photos/file_1.jpg' }) => ({
    ...scene.context,
    http: {
      request: ({ url }: { url: string }) => {
        const isAsking = url.endsWith('/getFile')
        const body = new TextEncoder().encode(isAsking ? JSON.stringify({ ok: true, result }) : 'bytes')
        return Promise.resolve({
          status: isAsking ? 200 : status,
          headers: { 'content-type': 'image/jpeg' },
          body,
        })
      },
    },
  })

  it('tells what its provider calls it', async () => {
    expect(await fetched('f', MEGABYTE, downloading(200))).toMatchObject({ contentType: 'image/jpeg' })
  })

  it.each([
    [404, 'gone'],
    [500, 'unreachable'],
    [302, 'unreachable'],
  ])('answered by %i means %s', async (status, code) => {
    expect(await refusalOf(fetched('f', MEGABYTE, downloading(status)))).toMatchObject({ code })
  })

  it('without a path is gone: the field is optional', async () => {
    expect(await refusalOf(fetched('f', MEGABYTE, downloading(200, { file_id: 'f' })))).toMatchObject({
      code: 'gone',
    })
  })
})
