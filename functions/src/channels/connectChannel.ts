import type { Connection } from '#channels/adapter.ts'
import { adapters } from '#channels/adapters.ts'
import type { ChannelKind } from '#channels/manifests.ts'
import { isChannelKind, manifests } from '#channels/manifests.ts'
import type { Channel } from '#shared/domain/channel.ts'
import { NO_ASSIGNMENT } from '#shared/domain/channel.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { channelIdSchema } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { config, credentialsKey } from '#functions/platform/config.ts'
import { publicIdOf, randomId } from '#functions/platform/hashId.ts'
import { seal } from '#functions/platform/sealing.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { refreshOrPutOff } from './refreshTemplates.ts'
import { accountHash, contextOf, credentialsPath, forgetRoute } from './route.ts'
import { webhookSecret } from './webhookSecret.ts'

type Form = Readonly<Record<string, string>>

export function hookUrl(kind: ChannelKind, accountId: string): string {
  return `${config.publicUrl()}/hooks/${kind}/${accountHash(kind, accountId)}`
}

/** The form as the manifest wants it; nothing else passes. */
function readForm(kind: string, form: Form): { kind: ChannelKind; form: Form } {
  if (!isChannelKind(kind)) throw new DomainError('notFound')
  const { fields } = manifests[kind]
  const read = fields.map(({ name, pattern }) => {
    const value = (form[name] ?? '').trim()
    if (!new RegExp(pattern).test(value)) throw new DomainError('secretRefused', { field: name })
    return [name, value] as const
  })
  return { kind, form: Object.fromEntries(read) }
}

/** A void secret is the form's fault; whatever else the provider refuses is told in its own words. */
async function asking<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'unauthorized') {
      throw new DomainError('secretRefused', { detail: error.detail })
    }
    throw error
  }
}

/** Whose account a pasted secret opens; connects nothing. */
export async function identifyChannel(kindGiven: string, formGiven: Form) {
  const { kind, form } = readForm(kindGiven, formGiven)
  const { name, handle } = await asking(adapters[kind].connection.identify(form, contextOf(kind)))
  return { name, handle }
}

/**
 * Connects an account to the company. The account is claimed before its provider is told our address:
 * one that another company holds stays untouched.
 */
export async function connectChannel(
  companyId: CompanyId,
  kindGiven: string,
  formGiven: Form,
  actor: Actor,
): Promise<{ channelId: ChannelId }> {
  const { kind, form } = readForm(kindGiven, formGiven)
  const { connection } = adapters[kind]
  const context = contextOf(kind)
  const { accountId } = await asking(connection.identify(form, context))
  const { channelId, isNew } = await claimAccount(companyId, kind, accountId)
  const secret = webhookSecret(companyId, channelId, accountId)
  const options = { hookUrl: (id: string) => hookUrl(kind, id), secret }
  try {
    const connected = await asking(connection.connect({ ...form, accountId }, options, context))
    await storeChannel(companyId, channelId, kind, { ...connected, accountId }, actor)
  } catch (error) {
    if (isNew) await releaseAccount(companyId, channelId, kind, accountId)
    throw error
  }
  forgetRoute(companyId, channelId, accountHash(kind, accountId))
  if (adapters[kind].approvedTemplates) await refreshOrPutOff(companyId, channelId, Date.now())
  return { channelId }
}

interface Claim {
  readonly channelId: ChannelId
  readonly isNew: boolean
}

/** One company at a time may hold an account; the same company connecting it again keeps its channel. */
function claimAccount(companyId: CompanyId, kind: ChannelKind, accountId: string): Promise<Claim> {
  const place = ['channelAccounts', { accountHash: accountHash(kind, accountId) }] as const
  return contendedTransaction(async (unit) => {
    const holder = await unit.get(...place)
    if (holder && holder.companyId !== companyId) throw new DomainError('accountTaken')
    if (holder) return { channelId: holder.channelId, isNew: false }
    const channelId = channelIdSchema.parse(randomId())
    unit.create(place, { kind, accountId, companyId, channelId })
    return { channelId, isNew: true }
  })
}

/** Nothing came of a claim: whoever tries next may have the account, unless a second attempt made it a channel. */
function releaseAccount(
  companyId: CompanyId,
  channelId: ChannelId,
  kind: ChannelKind,
  accountId: string,
): Promise<void> {
  return contendedTransaction(async (unit) => {
    const channel = await unit.get('channels', { companyId, channelId })
    if (!channel) unit.delete('channelAccounts', { accountHash: accountHash(kind, accountId) })
  })
}

function storeChannel(
  companyId: CompanyId,
  channelId: ChannelId,
  kind: ChannelKind,
  connected: Connection<unknown>,
  actor: Actor,
): Promise<void> {
  const now = Date.now()
  const place = ['channels', { companyId, channelId }] as const
  const { accountId } = connected
  const account = ['channelAccounts', { accountHash: accountHash(kind, accountId) }] as const
  const key = Buffer.from(credentialsKey.value(), 'base64')
  const sealed = seal(connected.settings, credentialsPath(companyId, channelId), key)
  return contendedTransaction(async (unit) => {
    const [known, holder] = await unit.getAll<['channels', 'channelAccounts']>(place, account)
    if (holder && holder.channelId !== channelId) throw new DomainError('accountTaken')
    // The claim is gone when it was another attempt's of the same moment, which came to nothing.
    if (!holder) unit.create(account, { kind, accountId, companyId, channelId })
    unit.set(place, {
      kind,
      name: connected.name,
      handle: connected.handle,
      accountId,
      state: 'active',
      health: { status: 'working', reason: '', checkedAt: now },
      ...keptSettings(known),
      publicId: known?.publicId ?? publicIdOf(`companies/${companyId}/channels/${channelId}`),
      createdAt: known?.createdAt ?? now,
    })
    unit.set(['channelCredentials', { companyId, channelId, document: 'credentials' }], { sealed })
    const deed = known?.state === 'active' ? 'channelChanged' : 'channelConnected'
    writeAudit(
      unit,
      companyId,
      { kind: deed, ...actor, subject: connected.name, details: { channel: kind } },
      now,
    )
  })
}

/** What an admin has settled outlives a disconnection. */
function keptSettings(known: Channel | undefined) {
  return {
    signsReplies: known?.signsReplies ?? false,
    assignment: known?.assignment ?? NO_ASSIGNMENT,
    greeting: known?.greeting ?? '',
    awayMessage: known?.awayMessage ?? '',
    hours: known?.hours ?? null,
  }
}
