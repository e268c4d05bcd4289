import { companyIdSchema, templateIdSchema } from '#shared/domain/ids.ts'
import { DELETED_TEMPLATE_LIFE_MS } from '#shared/domain/template.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import { deleteFile } from '#functions/store/files.ts'
import type { Found } from '#functions/store/store.ts'
import { find, remove } from '#functions/store/store.ts'
import { isFileOf } from './isFileOf.ts'

const MAX_TEMPLATES = 100
const AT_ONCE = 10

/** Forgets templates that were deleted a month ago, with their files. Gives how many. */
export async function sweepTemplates(now = Date.now()): Promise<number> {
  const range = now - DELETED_TEMPLATE_LIFE_MS
  const found = await find('templatesDeletedBefore', { range }, MAX_TEMPLATES)
  return inBatches(found, { atOnce: AT_ONCE }, forget)
}

/** The template goes last: a process that dies on the way leaves it to the next sweep. */
async function forget({ id, path, data: { file } }: Found<'templates'>): Promise<void> {
  const place = {
    companyId: companyIdSchema.parse(path.split('/')[1]),
    templateId: templateIdSchema.parse(id),
  }
  if (file && isFileOf(place, file)) await deleteFile(file.path)
  await remove('templates', place)
}
