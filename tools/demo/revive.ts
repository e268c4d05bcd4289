/**
 * The simulators forget when they stop, the data does not. Connects the bots of the simulated Telegram again, as their
 * companies' admins, and introduces who has written to them, so that old conversations go on.
 */
import { connectChannelContract } from '#shared/api/channels.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import { collectionPath } from '#shared/firestore/collections.ts'
import { callAs } from './callAs.ts'
import { database } from './documents.ts'
import type { SimulatedBot } from './simulatedTelegram.ts'
import { introduceCustomer, simulatedBots } from './simulatedTelegram.ts'

const MOST_CUSTOMERS = 1000

const bots = await simulatedBots()
const companies = await database().collection(collectionPath('companies', {})).listDocuments()
for (const { id } of companies) await reviveCompany(companyIdSchema.parse(id))

async function reviveCompany(companyId: CompanyId): Promise<void> {
  const channels = await database()
    .collection(collectionPath('channels', { companyId }))
    .where('kind', '==', 'telegram')
    .where('state', '==', 'active')
    .get()
  for (const channel of channels.docs) {
    const { accountId } = channel.data() as { accountId: string }
    const bot = bots.find(({ id }) => String(id) === accountId)
    if (bot) await reviveBot(companyId, channelIdSchema.parse(channel.id), bot)
  }
}

async function reviveBot(companyId: CompanyId, channelId: ChannelId, bot: SimulatedBot): Promise<void> {
  const form = { token: bot.token }
  await callAs(await anAdmin(companyId), connectChannelContract, { companyId, kind: 'telegram', form })
  const { docs } = await database()
    .collection(collectionPath('conversations', { companyId }))
    .where('channelId', '==', channelId)
    .limit(MOST_CUSTOMERS)
    .get()
  for (const document of docs) await reviveCustomer(bot, document.data())
}

async function reviveCustomer(
  bot: SimulatedBot,
  { externalId, contactName, contactPhone }: Record<string, string>,
): Promise<void> {
  await introduceCustomer(bot, {
    id: Number(externalId),
    name: contactName ?? '',
    isStarted: true,
    ...(contactPhone && { phone: contactPhone }),
  })
}

async function anAdmin(companyId: CompanyId): Promise<string> {
  const members = database().collection(collectionPath('members', { companyId }))
  const [admin] = (await members.where('role', '==', 'admin').limit(1).get()).docs
  if (!admin) throw new Error(`company ${companyId} has no admin`)
  return admin.id
}
