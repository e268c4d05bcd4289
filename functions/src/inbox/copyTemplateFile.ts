import { fileKind } from '#shared/domain/fileKind.ts'
import type { CompanyId, ConversationId, MessageId } from '#shared/domain/ids.ts'
import type { Attachment } from '#shared/domain/message.ts'
import type { TemplateFile } from '#shared/domain/template.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { isMissingFile, readFile, writeFile } from '#functions/store/files.ts'
import { get } from '#functions/store/store.ts'
import { attachmentIdOf } from './ids.ts'
import { safeFileName } from './fetchMedia.ts'

interface MessagePlace {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
}

/**
 * A template's file as what a first message carries: a copy of its own, which a change of the template leaves alone.
 * The id is the message's, so doing it again is harmless; where there is a conversation already, nothing will be sent.
 */
export async function copyTemplateFile(
  file: TemplateFile | undefined,
  { companyId, conversationId, messageId }: MessagePlace,
): Promise<Attachment[]> {
  if (!file || (await get('conversations', { companyId, conversationId }))) return []
  const { name, contentType } = file
  const id = attachmentIdOf(messageId, 0)
  const path = `companies/${companyId}/conversations/${conversationId}/outgoing/${id}/${safeFileName(name)}`
  const bytes = await bytesOf(file)
  await writeFile(path, bytes, contentType)
  return [{ id, kind: fileKind(contentType), name, contentType, size: bytes.length, state: 'ready', path }]
}

async function bytesOf({ path }: TemplateFile): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissingFile(error)) throw new DomainError('templateRefused')
    throw error
  }
}
