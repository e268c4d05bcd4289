import { doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore'
import { attachmentIdSchema, templateIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId, TemplateId, UserId } from '#shared/domain/ids.ts'
import { templateSchema } from '#shared/domain/template.ts'
import type { Template, TemplateFile } from '#shared/domain/template.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import { newId } from './newId.ts'
import { storedName } from './outgoing.ts'
import type { UploadWatch } from './uploads.ts'
import { webQuery } from './webQuery.ts'

export type CompanyTemplate = Template & { readonly id: TemplateId }

/** What a member writes into a template; a new file is still a `File`. */
export interface TemplateContent {
  readonly name: string
  readonly text: string
  readonly file: TemplateFile | File | null
}

export interface TemplatePlace {
  readonly companyId: CompanyId
  readonly templateId: TemplateId
}

/** All there are, by name. */
export function followTemplates(
  companyId: CompanyId,
  onChanged: (templates: readonly CompanyTemplate[]) => void,
): () => void {
  return followDocuments({
    query: () => webQuery('templates', { companyId }, { equals: [null] }),
    schema: templateSchema,
    idSchema: templateIdSchema,
    onChanged,
  })
}

function documentOf({ companyId, templateId }: TemplatePlace) {
  return doc(firestore, documentPath('templates', { companyId, templateId }))
}

/** Resolves when the server has it. */
export async function addTemplate(
  companyId: CompanyId,
  content: TemplateContent,
  author: { readonly id: UserId; readonly name: string },
  watch?: UploadWatch,
): Promise<void> {
  const place = { companyId, templateId: templateIdSchema.parse(newId()) }
  await setDoc(documentOf(place), {
    ...(await withStoredFile(place, content, watch)),
    createdBy: author.id,
    createdByName: author.name,
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
    lastUsedAt: null,
    deletedAt: null,
  })
}

export async function changeTemplate(
  place: TemplatePlace,
  content: TemplateContent,
  watch?: UploadWatch,
): Promise<void> {
  const fields = await withStoredFile(place, content, watch)
  await updateDoc(documentOf(place), { ...fields, updatedAt: serverTimestamp() })
}

export function deleteTemplate(place: TemplatePlace): Promise<void> {
  return updateDoc(documentOf(place), { deletedAt: serverTimestamp() })
}

/** Takes a deletion back. */
export function restoreTemplate(place: TemplatePlace): Promise<void> {
  return updateDoc(documentOf(place), { deletedAt: null })
}

export function noteTemplateUsed(place: TemplatePlace): Promise<void> {
  return updateDoc(documentOf(place), { lastUsedAt: serverTimestamp() })
}

/** The file goes first: a template never names one that is not there. */
async function withStoredFile(place: TemplatePlace, content: TemplateContent, watch?: UploadWatch) {
  const { file } = content
  return { ...content, file: file instanceof File ? await storeFile(place, file, watch) : file }
}

const NAME_MAX_LENGTH = 255

async function storeFile(
  { companyId, templateId }: TemplatePlace,
  file: File,
  watch?: UploadWatch,
): Promise<TemplateFile> {
  const id = attachmentIdSchema.parse(newId())
  const path = `companies/${companyId}/templates/${templateId}/${id}/${storedName(file.name)}`
  const contentType = /^[^/\s]+\/[^/\s]+$/u.test(file.type) ? file.type : 'application/octet-stream'
  const { upload } = await import('./attachments.ts')
  await upload(path, { blob: file, contentType }, watch)
  return { id, name: file.name.slice(-NAME_MAX_LENGTH) || 'file', contentType, size: file.size, path }
}
