import { badRequest } from '../badRequest.ts'
import { textParameter } from '../parameters.ts'
import type { Method } from './Method.ts'

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

export const getFile: Method = (call) => {
  const fileId = textParameter(call, 'file_id')
  if (!/^[A-Za-z0-9_-]{20,}$/.test(fileId)) throw badRequest('invalid file_id')
  const file = call.bot.files.get(fileId)
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big')
  call.bot.files.openPath(fileId, call.world.clock.now())
  return { file_id: fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
}
