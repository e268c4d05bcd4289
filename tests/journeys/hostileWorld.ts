import { randomBytes } from 'node:crypto'
import type { ChannelId, CompanyId, ConversationId } from '#shared/domain/ids.ts'
import {
  attachmentIdSchema,
  channelIdSchema,
  contactIdSchema,
  conversationIdSchema,
  messageIdSchema,
} from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aConversationEvent } from '#tests/builders/aConversationEvent.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { aMention } from '#tests/builders/aMention.ts'
import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'
import { anAuditEntry } from '#tests/builders/anAuditEntry.ts'
import { anInvitation } from '#tests/builders/anInvitation.ts'
import { aPresence } from '#tests/builders/aPresence.ts'
import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { aTag } from '#tests/builders/aTag.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { aView } from '#tests/builders/aView.ts'
import { writeDocument, writeFile } from '#tools/demo/documents.ts'
import { HTML_FILE, LINKS, LONG_WORD, SVG_FILE, hostile } from './hostileWords.ts'
import type { JourneyMember } from './journeyCompany.ts'

interface Place {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}

export interface HostileWorld extends Place {
  /** Where its files lie in Storage. */
  readonly files: readonly string[]
}

const id = () => randomBytes(8).toString('hex')
const start = Date.now() - 60 * MINUTE_MS
const contactId = contactIdSchema.parse('stranger')

/** A company in which everybody writes whatever does harm into whatever he may fill. */
export async function fillHostile(companyId: CompanyId, member: JourneyMember): Promise<HostileWorld> {
  const place = { companyId, conversationId: conversationIdSchema.parse(id()) }
  const channelId = channelIdSchema.parse(id())
  await writeDocument(
    'channels',
    { companyId, channelId },
    aChannel({
      name: hostile('канал'),
      handle: hostile('бот'),
      greeting: hostile('приветствие'),
      awayMessage: hostile('автоответ'),
    }),
  )
  await writeApproved(companyId)
  await writeContact(place, channelId, member)
  const files = await writeMessages(place, member)
  await writeColleagues(place, member)
  await writeCompany(companyId, member)
  return { ...place, files }
}

/** A second channel, which can write first, with a text its provider has approved. */
async function writeApproved(companyId: CompanyId) {
  const channelId = channelIdSchema.parse(id())
  await writeDocument(
    'channels',
    { companyId, channelId },
    aChannel({ kind: 'sandbox', name: hostile('песочница'), createdAt: start }),
  )
  const variable = `переменная ${LONG_WORD.slice(0, 100)}`
  await writeDocument(
    'approvedTemplates',
    { companyId, channelId, approvedTemplateId: 'approved' },
    anApprovedTemplate({
      name: hostile('одобренный'),
      body: `${hostile('тело')} {{${variable}}}`,
      variables: [variable],
    }),
  )
}

async function writeContact(
  { companyId, conversationId }: Place,
  channelId: ChannelId,
  member: JourneyMember,
) {
  const words = { contactName: hostile('контакт'), channelName: hostile('канал'), tags: [hostile('метка')] }
  const lastMessage = {
    id: messageIdSchema.parse('message-00'),
    direction: 'inbound',
    kind: 'text',
    text: hostile('последнее'),
    authorId: contactId,
    authorName: words.contactName,
    at: start,
    sequence: 0,
  } as const
  const copies = { contactId, channelId, ...words, assigneeId: member.userId, teamId: 'team', lastMessage }
  await writeDocument('conversations', { companyId, conversationId }, aConversation(copies))
  const identities = [{ channelId, externalId: '555', handle: hostile('ник') }]
  await writeDocument(
    'contacts',
    { companyId, contactId },
    aContact({
      name: words.contactName,
      note: hostile('пометка'),
      tags: words.tags,
      fields: { size: hostile('размер') },
      identities,
      conversationId,
    }),
  )
}

type Change = NonNullable<Parameters<typeof aMessage>[0]>

function said(member: JourneyMember): Change[] {
  const author = { type: 'contact', id: contactId, name: hostile('автор') } as const
  const operator = { type: 'member', id: member.userId, name: hostile('сотрудник') } as const
  const failed = { status: 'failed', reason: 'rejected', detail: hostile('отказ') } as const
  const reaction = { emoji: '<b>!</b>', by: 'contact', name: hostile('кто') }
  return [
    { text: hostile('текст') },
    { text: LONG_WORD },
    { text: LINKS },
    {
      kind: 'location',
      text: '',
      location: { latitude: 1, longitude: 2, title: hostile('место'), address: hostile('адрес') },
    },
    { kind: 'contact', text: '', sharedContact: { name: hostile('карточка'), phone: '+79001234567' } },
    { text: 'На цитату', replyTo: { messageId: '', author: hostile('цитируемый'), text: hostile('цитата') } },
    { text: 'Исправлено', editedAt: start, previousTexts: [hostile('прежде')], reactions: [reaction] },
    { direction: 'outbound', author: operator, text: hostile('ответ'), delivery: failed },
  ].map((change) => ({ author, ...change }) as Change)
}

async function writeMessages({ companyId, conversationId }: Place, member: JourneyMember): Promise<string[]> {
  const files = await Promise.all([
    writeAttachment({ companyId, conversationId }, 'text/html', HTML_FILE, 'document'),
    writeAttachment({ companyId, conversationId }, 'image/svg+xml', SVG_FILE, 'image'),
  ])
  const withFiles = files.map((file) => ({
    kind: file.kind,
    text: hostile('подпись'),
    attachments: [file],
    author: { type: 'contact', id: contactId, name: hostile('автор') } as const,
  }))
  const all: Change[] = [...said(member), ...withFiles]
  for (const [at, change] of all.entries()) {
    const messageId = messageIdSchema.parse(`message-0${String(at)}`)
    const sentAt = start + at * MINUTE_MS
    const message = aMessage({ sentAt, createdAt: sentAt, updatedAt: sentAt, ...change })
    await writeDocument('messages', { companyId, conversationId, messageId }, message)
  }
  return files.map(({ path }) => path)
}

async function writeAttachment(
  { companyId, conversationId }: Place,
  contentType: string,
  text: string,
  kind: 'document' | 'image',
) {
  const attachmentId = attachmentIdSchema.parse(id())
  const path = `companies/${companyId}/conversations/${conversationId}/incoming/${attachmentId}/file`
  await writeFile(path, Buffer.from(text), contentType)
  return {
    id: attachmentId,
    kind,
    name: hostile('файл'),
    contentType,
    size: text.length,
    state: 'ready',
    path,
  } as const
}

async function writeColleagues(place: Place, member: JourneyMember): Promise<void> {
  const { companyId } = place
  const author = { id: member.userId, name: hostile('сотрудник') }
  await writeDocument('notes', { ...place, noteId: 'note' }, aNote({ text: hostile('заметка'), author }))
  await writeDocument(
    'conversationEvents',
    { ...place, eventId: 'event' },
    aConversationEvent({ byName: hostile('деятель'), at: start }),
  )
  const later = { text: hostile('позже'), author, sendAt: Date.now() + 900 * MINUTE_MS }
  await writeDocument('scheduledMessages', { ...place, messageId: 'later' }, aScheduledMessage(later))
  await writeDocument(
    'views',
    { companyId, viewId: 'view' },
    aView({ name: hostile('вид'), ownerId: '', createdBy: member.userId }),
  )
  await writeDocument('tags', { companyId, tagId: 'tag' }, aTag({ name: hostile('метка') }))
  await writeDocument(
    'presence',
    { ...place, userId: 'colleague' },
    aPresence({ name: hostile('зритель'), expiresAt: Date.now() + 60 * MINUTE_MS }),
  )
  await writeDocument(
    'mentions',
    { companyId, userId: member.userId, conversationId: place.conversationId },
    aMention({ byName: hostile('зовущий') }),
  )
  await writeDocument('teams', { companyId, teamId: 'team' }, aTeam({ name: hostile('отдел') }))
}

async function writeCompany(companyId: CompanyId, member: JourneyMember): Promise<void> {
  const createdByName = hostile('составитель')
  await writeDocument(
    'templates',
    { companyId, templateId: 'short' },
    aTemplate({
      name: hostile('шаблон'),
      text: hostile('заготовка'),
      createdBy: member.userId,
      createdByName,
    }),
  )
  await writeDocument(
    'templates',
    { companyId, templateId: 'long' },
    aTemplate({ name: 'Длинный', text: LONG_WORD.slice(0, 20_000) }),
  )
  await writeDocument(
    'invitations',
    { companyId, invitationId: 'invitation' },
    anInvitation({ email: hostile('почта'), invitedByName: hostile('зовущий') }),
  )
  const details = { name: hostile('подробность') }
  await writeDocument(
    'audit',
    { companyId, auditEntryId: 'entry' },
    anAuditEntry({ byName: hostile('ревизор'), subject: hostile('предмет'), details, at: Date.now() }),
  )
  await writeDocument(
    'companies',
    { companyId },
    {
      name: hostile('компания'),
      phone: '',
      description: hostile('описание'),
      contactFields: [{ id: 'size', name: hostile('поле') }],
      publicId: Number.parseInt(id().slice(0, 12), 16),
      createdAt: start,
    },
  )
}
