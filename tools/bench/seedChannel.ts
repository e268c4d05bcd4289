import { Agent, request } from 'node:http'
import { accountHash, credentialsPath } from '#functions/channels/route.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { seal } from '#functions/platform/sealing.ts'
import { set } from '#functions/store/store.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'

export const COMPANY_ID = companyIdSchema.parse('bench')
export const CHANNEL_ID = channelIdSchema.parse('telegram')
const ACCOUNT_ID = '100001'
const SECRET = 'bench-secret'

/** A connected Telegram bot, as connecting leaves it. */
export async function seedChannel(): Promise<void> {
  const [companyId, channelId] = [COMPANY_ID, CHANNEL_ID]
  const settings = { token: '100001:demo-bot-token-for-local-use-0001', secret: SECRET }
  const sealed = seal(
    settings,
    credentialsPath(companyId, channelId),
    Buffer.from(credentialsKey.value(), 'base64'),
  )
  const account = { kind: 'telegram', accountId: ACCOUNT_ID, companyId, channelId }
  await set(['channelAccounts', { accountHash: accountHash('telegram', ACCOUNT_ID) }], account)
  await set(['channelCredentials', { companyId, channelId, document: 'credentials' }], { sealed })
  await set(['channels', { companyId, channelId }], {
    kind: 'telegram',
    name: 'Bench',
    handle: '@bench',
    accountId: ACCOUNT_ID,
    state: 'active',
    health: { status: 'working', reason: '', checkedAt: 0 },
    signsReplies: false,
    publicId: 1,
    createdAt: 0,
  })
}

export interface BenchUpdate {
  readonly chatId: number
  readonly messageId: number
  readonly text: string
}

/** node:http rather than fetch: on two cores the caller's own work would count as the hook's. */
const agent = new Agent({ keepAlive: true })

function post(url: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode ?? 0)
      })
    })
    call.once('error', reject)
    call.end(body)
  })
}

/** Posts one genuine webhook; gives how long its answer took, in milliseconds. */
export async function postUpdate(
  hooksUrl: string,
  { chatId, messageId, text }: BenchUpdate,
): Promise<number> {
  const startedAt = performance.now()
  const url = `${hooksUrl}/hooks/telegram/${accountHash('telegram', ACCOUNT_ID)}`
  const status = await post(url, JSON.stringify(updateOf(chatId, messageId, text)))
  if (status !== 200) throw new Error(`the hook answered ${String(status)}`)
  return performance.now() - startedAt
}

function updateOf(chatId: number, messageId: number, text: string) {
  const person = { id: chatId, first_name: `Клиент ${String(chatId)}` }
  const date = Math.floor(Date.now() / 1000)
  return {
    update_id: chatId * 1_000_000 + messageId,
    message: { message_id: messageId, from: person, chat: { ...person, type: 'private' }, date, text },
  }
}
