import type { CompanyId, TemplateId } from '#shared/domain/ids.ts'
import type { TemplateFile } from '#shared/domain/template.ts'

export interface TemplatePlace {
  readonly companyId: CompanyId
  readonly templateId: TemplateId
}

/** A template may name nothing but its own; what is deleted is looked at once more. */
export function isFileOf({ companyId, templateId }: TemplatePlace, { path }: TemplateFile): boolean {
  return path.startsWith(`companies/${companyId}/templates/${templateId}/`)
}
