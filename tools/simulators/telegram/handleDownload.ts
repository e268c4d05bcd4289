import { answer } from '../http/answer.ts'
import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { fileBytes } from './fileBytes.ts'
import type { TelegramWorld } from './world.ts'

/** `/file/bot<token>/<file_path>` */
export function handleDownload(world: TelegramWorld, { response, path }: Exchange): void {
  const [tokenPart = '', ...rest] = path.slice(1)
  const bot = [...world.bots.values()].find(({ token }) => `bot${token}` === tokenPart)
  const file = bot?.files.atOpenPath(rest.join('/'), world.clock.now())
  if (!file) {
    answerJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  answer(response, 200, { body: fileBytes(file), contentType: 'application/octet-stream' })
}
