import { templateSchema } from '#shared/domain/template.ts'
import type { TemplateFile } from '#shared/domain/template.ts'
import type { CompanyId, TemplateId } from '#shared/domain/ids.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { deleteFile } from '#functions/store/files.ts'
import { get } from '#functions/store/store.ts'

interface TemplatePlace {
  readonly companyId: CompanyId
  readonly templateId: TemplateId
}

/**
 * Deletes the file a template had before a change, unless it has it still. Messages hold copies of their own.
 * Gives whether there was one to delete. Told twice, or late, it does no harm.
 */
export async function deleteReplacedFile(place: TemplatePlace, before: object): Promise<boolean> {
  const { file } = fromDocument(templateSchema, before)
  if (!file || !isOf(place, file)) return false
  const template = await get('templates', place)
  if (template?.file?.path === file.path) return false
  await deleteFile(file.path)
  return true
}

/** A template may name nothing but its own; what is deleted is looked at once more. */
function isOf({ companyId, templateId }: TemplatePlace, { path }: TemplateFile): boolean {
  return path.startsWith(`companies/${companyId}/templates/${templateId}/`)
}
