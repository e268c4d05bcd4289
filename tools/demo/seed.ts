/**
 * Fills an empty local stack with the demo company. People, company and channels are made as the product makes them;
 * what happened in the past few days is written as it would have been left.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { changeChannelContract, connectChannelContract } from '#shared/api/channels.ts'
import { registerCompanyContract } from '#shared/api/signIn.ts'
import type { ChannelId, CompanyId, TeamId } from '#shared/domain/ids.ts'
import { contactIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { collectionPath, documentPath } from '#shared/firestore/collections.ts'
import { emailHash } from '#functions/account/emailHash.ts'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { addTemplates } from './addTemplates.ts'
import { callAs } from './callAs.ts'
import { demoFile } from './demoFiles.ts'
import { database, readDocument, writeDocument, writeFile } from './documents.ts'
import type { DemoPerson, DemoTeam } from './people.ts'
import { DEMO_COMPANY_NAME, SECOND_COMPANY_NAME, demoPeople, irina, olga } from './people.ts'
import { settleStaff } from './settleStaff.ts'
import { DEMO_BOT, introduceCustomer, writeAsCustomer } from './simulatedTelegram.ts'
import { spreadAudit } from './spreadAudit.ts'
import type { Story } from './stories.ts'
import { schoolStories, stories } from './stories.ts'
import type { Stage } from './tellStory.ts'
import { randomId, tellStory } from './tellStory.ts'

/** The company a story takes place in. */
interface Scene {
  readonly companyId: CompanyId
  readonly channels: Channels
  readonly teams: Partial<Record<DemoTeam, TeamId>>
}

type Channels = Record<Story['channel'], Stage['channel']>
type Place = Pick<Stage, 'contactId' | 'externalId' | 'publicId'> & { readonly conversationId: string }

const FIRST_CUSTOMER_ID = 7_100_000_001
const INGEST_TIMEOUT_MS = 30_000
const POLL_MS = 100

const now = Date.now()
await addPeople()
const companyId = await addCompany()
const channels = await connectChannels(companyId)
const teams = await settleStaff(companyId, now)
let added = 0
for (const story of stories) await addConversation({ companyId, channels, teams }, story, ++added)
const school = await addSchool()
for (const story of schoolStories) await addConversation(school, story, ++added)
await greetInTelegram()
await addTemplates(companyId, now)
await spreadAudit(companyId, now)
console.log(`${String(added)} conversations added`)

async function addPeople(): Promise<void> {
  for (const [at, { id, phone, name, about, email }] of demoPeople.entries()) {
    const userId = userIdSchema.parse(id)
    const createdAt = now - 30 * DAY_MS
    const user = { name, about, phone, email, locale: 'ru', publicId: 9001 + at, createdAt } as const
    await writeDocument('users', { userId }, user)
    await writeDocument('userPhones', { phoneDigits: phone.slice(1) }, { userId })
    if (email) await writeDocument('userEmails', { emailHash: emailHash(email) }, { userId })
  }
}

/** Olga founds the company; the operators join it. */
async function addCompany(): Promise<CompanyId> {
  const company = {
    requestKey: 'the-demo-company',
    personName: olga.name,
    companyName: DEMO_COMPANY_NAME,
    timeZone: 'Europe/Moscow',
  }
  const { companyId: made } = await callAs(olga.id, registerCompanyContract, company)
  for (const person of demoPeople.filter((each) => each !== olga)) await addMember(made, person)
  return made
}

/** A second company, so that there is something to switch to: Irina founded it, Olga helps out. */
async function addSchool(): Promise<Scene> {
  const company = {
    requestKey: 'the-second-company',
    personName: irina.name,
    companyName: SECOND_COMPANY_NAME,
    timeZone: 'Europe/Moscow',
  }
  const { companyId: made } = await callAs(irina.id, registerCompanyContract, company)
  await addMember(made, olga)
  const form = { title: SECOND_COMPANY_NAME, greeting: 'Здравствуйте! Поможем выбрать курс.', colour: '' }
  const site = { companyId: made, kind: 'widget', form }
  const { channelId } = await callAs(irina.id, connectChannelContract, site)
  const widget = await described(made, 'widget', channelId)
  return { companyId: made, channels: { telegram: widget, widget }, teams: {} }
}

async function addMember(company: CompanyId, { id, role, name, about, email }: DemoPerson): Promise<void> {
  const userId = userIdSchema.parse(id)
  const member = { role, name, about, sessionsValidAfterAt: 0, createdAt: now }
  await writeDocument('members', { companyId: company, userId }, member)
  const user = await readDocument('users', { userId })
  if (user) {
    const companyIds = [...user.companyIds, company]
    await writeDocument('users', { userId }, { ...user, companyIds })
  }
  const joined = { kind: 'memberJoined', by: id, byName: name, subject: name } as const
  const entry = { ...joined, details: { email, role }, address: '192.0.2.30', at: Date.now() }
  await writeDocument('audit', { companyId: company, auditEntryId: randomId() }, entry)
}

async function connectChannels(company: CompanyId): Promise<Channels> {
  const connect = (kind: string, form: Record<string, string>): Promise<{ channelId: ChannelId }> =>
    callAs(olga.id, connectChannelContract, { companyId: company, kind, form })
  const telegram = await connect('telegram', { token: DEMO_BOT.token })
  const greeting = 'Здравствуйте! Подскажем по размерам, тканям и доставке.'
  const widget = await connect('widget', { title: DEMO_COMPANY_NAME, greeting, colour: '' })
  return {
    telegram: await described(company, 'telegram', telegram.channelId),
    widget: await described(company, 'widget', widget.channelId),
  }
}

/** Once the stories are told: those who write from now on are greeted. */
async function greetInTelegram(): Promise<void> {
  const greeting = 'Здравствуйте. Мы получили ваше сообщение и скоро ответим.'
  const { id: channelId } = channels.telegram
  await callAs(olga.id, changeChannelContract, { companyId, channelId, greeting })
}

async function described(company: CompanyId, kind: string, channelId: ChannelId): Promise<Stage['channel']> {
  const channel = await readDocument('channels', { companyId: company, channelId })
  if (!channel) throw new Error(`${kind} was connected, but there is no channel ${channelId}`)
  return { id: channelId, kind, name: channel.name }
}

async function addConversation(
  { companyId, channels, teams }: Scene,
  story: Story,
  number: number,
): Promise<void> {
  const channel = channels[story.channel]
  const place = story.channel === 'telegram' ? await beginInTelegram(story, number) : elsewhere(number)
  const { conversationId, contactId } = place
  const path = documentPath('conversations', { companyId, conversationId })
  const team = story.team ?? story.assignee?.team
  const told = tellStory(story, { ...place, channel, path, teamId: (team && teams[team]) ?? '' }, now)
  for (const { id: messageId, ...message } of told.messages) {
    const found = { companyId, tokens: messageTokens(message) }
    await writeDocument('messages', { companyId, conversationId, messageId }, { ...message, ...found })
  }
  await writeDocument('contacts', { companyId, contactId }, told.contact)
  await writeDocument('conversations', { companyId, conversationId }, told.conversation)
  await writeDocument('publicIds', { publicIdKey: `conversation-${String(place.publicId)}` }, { path })
  await addFiles(story, told.messages)
}

function elsewhere(number: number): Place {
  return {
    conversationId: randomId(),
    contactId: contactIdSchema.parse(randomId()),
    externalId: randomId(),
    publicId: 900_000 + number,
  }
}

/**
 * The customer's first words really come from the simulator, so that what he writes there later continues this
 * conversation. The message itself is written again with the others.
 */
async function beginInTelegram(story: Story, number: number): Promise<Place> {
  const id = FIRST_CUSTOMER_ID + number
  const { name, handle, phone } = story
  await introduceCustomer(DEMO_BOT, {
    id,
    name,
    ...(handle && { username: handle }),
    ...(phone && { phone }),
  })
  const [first] = story.lines
  await writeAsCustomer(DEMO_BOT, id, first?.text ?? '', now - (first?.minutesAgo ?? 0) * MINUTE_MS)
  const place = await ingested(String(id))
  const messages = collectionPath('messages', { companyId, conversationId: place.conversationId })
  for (const message of await database().collection(messages).listDocuments()) await message.delete()
  return place
}

async function ingested(externalId: string): Promise<Place> {
  const path = collectionPath('conversations', { companyId })
  const deadline = Date.now() + INGEST_TIMEOUT_MS
  for (;;) {
    const { docs } = await database().collection(path).where('externalId', '==', externalId).limit(1).get()
    const [found] = docs
    if (found) {
      const { contactId, publicId } = found.data() as { contactId: string; publicId: number }
      const conversationId = conversationIdSchema.parse(found.id)
      return { conversationId, contactId: contactIdSchema.parse(contactId), externalId, publicId }
    }
    if (Date.now() > deadline) throw new Error(`what customer ${externalId} wrote in Telegram did not arrive`)
    await wait(POLL_MS)
  }
}

async function addFiles(story: Story, messages: ReturnType<typeof tellStory>['messages']): Promise<void> {
  for (const [at, { attachments }] of messages.entries()) {
    const fileName = story.lines[at]?.file
    const path = attachments[0]?.path
    if (!fileName || path === undefined) continue
    const { bytes, contentType } = demoFile(fileName)
    await writeFile(path, bytes, contentType)
  }
}
