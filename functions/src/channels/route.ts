import { adapters } from '#channels/adapters.ts'
import type { ChannelAdapter, ChannelContext } from '#channels/adapter.ts'
import type { ChannelKind } from '#channels/manifests.ts'
import { isChannelKind } from '#channels/manifests.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { Channel } from '#shared/domain/channel.ts'
import type { Company } from '#shared/domain/company.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import type { HttpClient } from '#shared/provider/http.ts'
import { config, credentialsKey } from '#functions/platform/config.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { http } from '#functions/platform/http.ts'
import { unseal } from '#functions/platform/sealing.ts'
import { get } from '#functions/store/store.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { widgetMailbox } from '#functions/store/widgetMailbox.ts'

/** A connected channel with all that is needed to hear and speak through it. */
export interface ChannelRoute {
  readonly companyId: CompanyId
  readonly channelId: ChannelId
  readonly channel: Channel
  readonly kind: ChannelKind
  readonly adapter: ChannelAdapter<unknown>
  readonly settings: unknown
  /** When the company is there. */
  readonly clock: Pick<Company, 'hours' | 'timeZone'>
}

/** A channel's settings are believed this long, so that a message costs no reads for them. */
const BELIEVED_MS = MINUTE_MS
/** What is not there may come any moment: webhooks arrive while their channel is still being connected. */
const MISSING_BELIEVED_MS = 3 * SECOND_MS
/** Strangers asking for invented accounts must not fill the memory. */
const MAX_ENTRIES = 1000

interface Cached<Value> {
  readonly value: Promise<Value>
  until: number
}

const accounts = new Map<string, Cached<Awaited<ReturnType<typeof readAccount>>>>()
const routes = new Map<string, Cached<ChannelRoute | undefined>>()

function cached<Value>(
  cache: Map<string, Cached<Value>>,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const hit = cache.get(key)
  if (hit && hit.until > Date.now()) return hit.value
  if (cache.size >= MAX_ENTRIES) cache.clear()
  const value = load()
  const entry = { value, until: Date.now() + BELIEVED_MS }
  cache.set(key, entry)
  value.then(
    (found) => {
      if (found === undefined) entry.until = Date.now() + MISSING_BELIEVED_MS
    },
    () => (entry.until = 0),
  )
  return value
}

/** The key of `channelAccounts` and the last part of a hook's address. */
export function accountHash(kind: ChannelKind, accountId: string): string {
  return hashId('account', kind, accountId)
}

export function credentialsPath(companyId: CompanyId, channelId: ChannelId): string {
  return documentPath('channelCredentials', { companyId, channelId, document: 'credentials' })
}

/** The channel an outside account belongs to; undefined when nobody has connected it. */
export async function routeByAccount(kind: ChannelKind, hash: string): Promise<ChannelRoute | undefined> {
  const account = await cached(accounts, hash, () => readAccount(hash))
  if (account?.kind !== kind) return undefined
  return routeByChannel(account.companyId, account.channelId)
}

export function routeByChannel(
  companyId: CompanyId,
  channelId: ChannelId,
): Promise<ChannelRoute | undefined> {
  return cached(routes, `${companyId}/${channelId}`, () => readRoute(companyId, channelId))
}

/** What was just changed here is seen here at once; other instances follow within a minute. */
export function forgetRoute(companyId: CompanyId, channelId: ChannelId, hash: string): void {
  routes.delete(`${companyId}/${channelId}`)
  accounts.delete(hash)
}

function readAccount(hash: string) {
  return get('channelAccounts', { accountHash: hash })
}

async function readRoute(companyId: CompanyId, channelId: ChannelId): Promise<ChannelRoute | undefined> {
  const [channel, company, credentials] = await Promise.all([
    get('channels', { companyId, channelId }),
    get('companies', { companyId }),
    get('channelCredentials', { companyId, channelId, document: 'credentials' }),
  ])
  if (channel?.state !== 'active' || !credentials || !isChannelKind(channel.kind)) return undefined
  const key = Buffer.from(credentialsKey.value(), 'base64')
  const settings = unseal(credentials.sealed, credentialsPath(companyId, channelId), key)
  const { kind } = channel
  const clock = { hours: company?.hours ?? ALWAYS, timeZone: company?.timeZone ?? 'Europe/Moscow' }
  return { companyId, channelId, channel, kind, adapter: adapters[kind], settings, clock }
}

export function contextOf(kind: ChannelKind, client: HttpClient = http): ChannelContext {
  return { http: client, baseUrl: config.providerUrl(kind), mailbox: widgetMailbox }
}
