import { manifests } from '#channels/manifests.ts'
import type { FirstMessage, TextMessage } from '#shared/api/newMessage.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { areValuesFor, filledTemplate } from '#shared/domain/approvedTemplate.ts'
import type { SentTemplate } from '#shared/domain/approvedTemplate.ts'
import type { TemplateFile } from '#shared/domain/template.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { get } from '#functions/store/store.ts'

/** What the contact will read, and the approved template it comes from. */
export interface Words {
  readonly text: string
  readonly template?: SentTemplate
  /** The file of the company's own template. */
  readonly file?: TemplateFile
}

/** What a member asks to send, as the channel takes it. Throws `templateRefused`. */
export async function wordsOf(route: ChannelRoute, message: FirstMessage): Promise<Words> {
  if ('templateId' in message) return filled(route, message)
  const { textLength, captionLength } = manifests[route.kind].limits
  const file = await fileOf(route, message)
  if (message.text.length > (file ? captionLength : textLength)) {
    throw new InvalidInputError(['message.text: too long'])
  }
  return { text: message.text, ...(file && { file }) }
}

async function fileOf(
  { companyId, kind }: ChannelRoute,
  { fileOf: templateId }: TextMessage,
): Promise<TemplateFile | undefined> {
  if (!templateId) return undefined
  const file = (await get('templates', { companyId, templateId }))?.file
  const { attachmentSize, attachmentsPerMessage } = manifests[kind].limits
  if (!file || file.size > attachmentSize || attachmentsPerMessage === 0) {
    throw new DomainError('templateRefused')
  }
  return file
}

async function filled(
  { companyId, channelId }: ChannelRoute,
  { templateId, values }: Extract<FirstMessage, { readonly templateId: unknown }>,
): Promise<Words> {
  const template = await get('approvedTemplates', { companyId, channelId, approvedTemplateId: templateId })
  if (!template) throw new DomainError('notFound')
  if (template.state !== 'approved' || !areValuesFor(template, values))
    throw new DomainError('templateRefused')
  const { externalId, name } = template
  return { text: filledTemplate(template, values), template: { externalId, name, values } }
}
