import type { Exchange } from '../http/Exchange.ts'
import { answerJson } from '../http/answerJson.ts'
import { handleControl } from './control/handleControl.ts'
import { handleBotApi } from './handleBotApi.ts'
import { handleDownload } from './handleDownload.ts'
import type { TelegramWorld } from './world.ts'

export async function handleTelegram(world: TelegramWorld, exchange: Exchange): Promise<void> {
  const [first = ''] = exchange.path
  if (first === 'control') await handleControl(world, exchange)
  else if (first === 'file') handleDownload(world, exchange)
  else if (first.startsWith('bot')) await handleBotApi(world, exchange)
  else answerJson(exchange.response, 404, { ok: false, error_code: 404, description: 'Not Found' })
}
