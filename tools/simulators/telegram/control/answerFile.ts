import type { ServerResponse } from 'node:http'
import { answer } from '../../http/answer.ts'
import { ANSWERED } from '../../http/routes.ts'
import type { Bot } from '../Bot.ts'
import { fileBytes } from '../fileBytes.ts'
import { imageFormat } from '../imageFormat.ts'

const IMAGE_TYPES = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const

/** A file for the page: pictures to look at, anything else to be saved and never opened here. */
export function answerFile(response: ServerResponse, bot: Bot, fileId = ''): unknown {
  const file = bot.files.get(fileId)
  if (!file) return undefined
  const format = file.bytes && imageFormat(file.bytes)
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` }
  if (format) answer(response, 200, { body: fileBytes(file), contentType: IMAGE_TYPES[format.extension] })
  else answer(response, 200, { body: fileBytes(file), contentType: 'application/octet-stream', headers })
  return ANSWERED
}
