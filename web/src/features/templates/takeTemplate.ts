import type { CompanyId, TemplateId } from '#shared/domain/ids.ts'
import { filledIn } from '#shared/domain/template.ts'
import type { TemplateContact, TemplateFile } from '#shared/domain/template.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { noteTemplateUsed } from '#web/firebase/templates.ts'
import type { CompanyTemplate } from '#web/firebase/templates.ts'
import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'

/** What goes into a message, to be read over before it is sent. */
export interface TakenTemplate {
  readonly text: string
  readonly file?: File
  /** The file where it lies, for who has the server take it from there. */
  readonly stored?: TemplateFile & { readonly templateId: TemplateId }
}

interface Taking {
  readonly companyId: CompanyId
  readonly contact: TemplateContact
  /** The file stays where it lies. */
  readonly leavesFile?: boolean
}

/** A use is written down, and everybody's list reads it, at most so often. */
const NOTED_EVERY_MS = 10 * MINUTE_MS

/** A template for one contact, with its file. */
export async function takeTemplate(
  template: CompanyTemplate,
  { companyId, contact, leavesFile }: Taking,
): Promise<TakenTemplate> {
  const text = filledIn(template.text, contact)
  if (Date.now() - (template.lastUsedAt ?? 0) > NOTED_EVERY_MS)
    // That it was used is worth no word to who uses it.
    noteTemplateUsed({ companyId, templateId: template.id }).catch(() => undefined)
  if (leavesFile) {
    return { text, ...(template.file && { stored: { ...template.file, templateId: template.id } }) }
  }
  const file = template.file && (await fetched(template.file))
  return { text, ...(file && { file }) }
}

async function fetched({ path, name, contentType }: TemplateFile): Promise<File | null> {
  try {
    const { fetchFile } = await import('#web/firebase/attachments.ts')
    return new File([await fetchFile(path)], name, { type: contentType })
  } catch {
    showToast({ text: t('fileNotLoaded', { name }) })
    return null
  }
}
