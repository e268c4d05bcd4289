import { describe, expect, it, vi } from 'vitest'
import { startedSimulators } from '../support/startedSimulators.ts'
import { Telegram } from '../support/Telegram.ts'
import { WebhookReceiver, type Received } from '../support/WebhookReceiver.ts'

vi.setConfig({ testTimeout: 20_000 })

const MEGABYTE = 1024 * 1024
const simulators = startedSimulators()

/** What the bot hears of a customer's document. */
async function documentHeard(
  telegram: Telegram,
  document: Record<string, unknown>,
): Promise<{ file_id: string }> {
  const receiver = await new WebhookReceiver().open()
  await telegram.call('setWebhook', { url: receiver.url })
  const anna = await telegram.customer()
  await anna.write({ document })
  const [received] = await vi.waitFor(() => {
    expect(receiver.received).toHaveLength(1)
    return receiver.received as [Received]
  })
  await receiver.close()
  return received.update.message?.['document'] as { file_id: string }
}

describe('file download', () => {
  it("gives the customer's bytes", async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const base64 = Buffer.from('счёт 4187').toString('base64')
    const heard = await documentHeard(telegram, { name: 'счёт.txt', contentType: 'text/plain', base64 })

    const { result } = await telegram.call('getFile', { file_id: heard.file_id })
    const response = await telegram.download(String(result?.['file_path']))

    expect(heard).toMatchObject({ file_name: 'счёт.txt', mime_type: 'text/plain', file_size: 13 })
    expect(await response.text()).toBe('счёт 4187')
  })

  it('refuses one byte above 20 MB and takes 20 MB', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    const tooBig = await documentHeard(telegram, { name: 'a.bin', size: 20 * MEGABYTE + 1 })
    const fits = await documentHeard(telegram, { name: 'b.bin', size: 20 * MEGABYTE })

    expect(await telegram.call('getFile', { file_id: tooBig.file_id })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: file is too big',
    })
    const { result } = await telegram.call('getFile', { file_id: fits.file_id })
    const response = await telegram.download(String(result?.['file_path']))
    expect((await response.arrayBuffer()).byteLength).toBe(20 * MEGABYTE)
  })

  it('knows no path that was not asked for', async () => {
    const telegram = await Telegram.withNewBot(simulators().url)
    await documentHeard(telegram, { name: 'a.txt' })

    expect((await telegram.download('documents/file_0.txt')).status).toBe(404)
  })

  it('forgets a path after an hour', async () => {
    const telegram = await Telegram.withNewBot(hasty().url)
    const { file_id } = await documentHeard(telegram, { name: 'a.txt' })
    const { result } = await telegram.call('getFile', { file_id })

    await vi.waitFor(
      async () => expect((await telegram.download(String(result?.['file_path']))).status).toBe(404),
      { timeout: 5000 },
    )
  })

  /** An hour in 360 ms. */
  const hasty = startedSimulators({ clockFactor: 10_000 })
})
