import { templateSchema } from '#shared/domain/template.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { deleteFile } from '#functions/store/files.ts'
import { get } from '#functions/store/store.ts'
import type { TemplatePlace } from './isFileOf.ts'
import { isFileOf } from './isFileOf.ts'

/**
 * Deletes the file a template had before a change, unless it has it still. Messages hold copies of their own.
 * Gives whether there was one to delete. Told twice, or late, it does no harm.
 */
export async function deleteReplacedFile(place: TemplatePlace, before: object): Promise<boolean> {
  const { file } = fromDocument(templateSchema, before)
  if (!file || !isFileOf(place, file)) return false
  const template = await get('templates', place)
  if (template?.file?.path === file.path) return false
  await deleteFile(file.path)
  return true
}
