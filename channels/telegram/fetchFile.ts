import * as z from 'zod/mini'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { MediaSource } from '../adapter.ts'
import { callBotApi } from './callBotApi.ts'
import type { TelegramSettings } from './settings.ts'

const fileSchema = z.object({ file_path: z._default(z.string(), '') })

async function filePathOf(...call: Parameters<typeof callBotApi>): Promise<string> {
  try {
    return fileSchema.parse(await callBotApi(...call)).file_path
  } catch (error) {
    // getFile refuses files above 20 MB: https://core.telegram.org/bots/api#getfile
    if (error instanceof ProviderError && error.detail.includes('too big'))
      throw new ProviderError('tooLarge')
    if (error instanceof ProviderError && error.code === 'rejected') throw new ProviderError('gone')
    throw error
  }
}

export const telegramMedia: MediaSource<TelegramSettings> = {
  async fetch(fileId, { token }, maxBytes, context) {
    const path = await filePathOf(context, token, 'getFile', { json: { file_id: fileId } })
    if (path === '') throw new ProviderError('gone')
    const url = `${context.baseUrl}/file/bot${token}/${path}`
    const response = await context.http.request({ method: 'GET', url, maxBytes, timeoutMs: MINUTE_MS })
    if (response.status === 404) throw new ProviderError('gone')
    if (response.status !== 200)
      throw new ProviderError('unreachable', { detail: `HTTP ${String(response.status)}` })
    return { bytes: response.body, contentType: response.headers['content-type'] ?? '' }
  },
}
