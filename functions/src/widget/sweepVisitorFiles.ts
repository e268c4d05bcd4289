import { inBatches } from '#functions/platform/inBatches.ts'
import { deleteFile } from '#functions/store/files.ts'
import type { Found } from '#functions/store/store.ts'
import { find, get, remove } from '#functions/store/store.ts'
import { UNSENT_FILE_LIFE_MS } from './visitorFile.ts'

const MAX_FILES = 200
const AT_ONCE = 10

/** Deletes what visitors handed in and never sent. Gives the number of files deleted. */
export async function sweepVisitorFiles(now = Date.now()): Promise<number> {
  const found = await find('visitorFilesBefore', { range: now - UNSENT_FILE_LIFE_MS }, MAX_FILES)
  let deleted = 0
  await inBatches(found, { atOnce: AT_ONCE }, async (each) => {
    if (await sweep(each)) deleted++
  })
  return deleted
}

/** The record goes last: a process that dies on the way leaves it to the next sweep. */
async function sweep({ id, data }: Found<'visitorFiles'>): Promise<boolean> {
  const isUnsent = !(await isHeld(data))
  if (isUnsent) await deleteFile(data.path)
  await remove('visitorFiles', { fileId: id })
  return isUnsent
}

/** Being named is not enough: the message may never have been stored. */
async function isHeld({
  companyId,
  conversationId,
  messageId,
}: Found<'visitorFiles'>['data']): Promise<boolean> {
  if (messageId === undefined) return false
  return (await get('messages', { companyId, conversationId, messageId })) !== undefined
}
