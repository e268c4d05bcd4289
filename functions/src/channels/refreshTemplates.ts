import { logger } from 'firebase-functions'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ApprovedTemplate } from '#shared/domain/approvedTemplate.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { inBatches } from '#functions/platform/inBatches.ts'
import { hashId } from '#functions/platform/hashId.ts'
import { find, transaction, update } from '#functions/store/store.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { contextOf, routeByChannel } from './route.ts'

/** More than a provider lets an account have at once would not fit into one commit. */
const MAX_TEMPLATES = 400
const MAX_CHANNELS = 20
const AT_ONCE = 5

type Listed = Omit<ApprovedTemplate, 'updatedAt'>

/** Asks the provider which templates it has; gives their number. A channel without any is left as it is. */
export async function refreshApprovedTemplates(
  companyId: CompanyId,
  channelId: ChannelId,
  now = Date.now(),
): Promise<{ count: number }> {
  const route = await routeByChannel(companyId, channelId)
  if (!route) throw new DomainError('notFound')
  const catalogue = route.adapter.approvedTemplates
  if (!catalogue) return { count: 0 }
  const listed = await catalogue.list(route.settings, contextOf(route.kind))
  await store(companyId, channelId, listed.slice(0, MAX_TEMPLATES), now)
  return { count: listed.length }
}

/** What the provider no longer has goes; what has not changed is not written. */
async function store(
  companyId: CompanyId,
  channelId: ChannelId,
  listed: readonly Listed[],
  now: number,
): Promise<void> {
  await transaction(async (unit) => {
    const kept = await unit.find('approvedTemplates', {}, MAX_TEMPLATES, { companyId, channelId })
    const known = new Map(kept.map(({ id, data }) => [id, data]))
    const placeOf = (approvedTemplateId: string) =>
      ['approvedTemplates', { companyId, channelId, approvedTemplateId }] as const
    const ids = listed.map((template) => [idOf(channelId, template), template] as const)
    for (const [id, template] of ids) write(unit, placeOf(id), template, known.get(id), now)
    const gone = [...known.keys()].filter((id) => !ids.some(([listedId]) => listedId === id))
    for (const id of gone) unit.delete(...placeOf(id))
    unit.update(['channels', { companyId, channelId }], { templatesDueAt: now + DAY_MS })
  })
}

function write(
  unit: StoreTransaction,
  place: Parameters<typeof unit.set<'approvedTemplates'>>[0],
  template: Listed,
  known: ApprovedTemplate | undefined,
  now: number,
): void {
  const updatedAt = known?.updatedAt ?? now
  if (JSON.stringify({ ...known, updatedAt }) === JSON.stringify({ ...template, updatedAt })) return
  unit.set(place, { ...template, updatedAt: now })
}

function idOf(channelId: ChannelId, { externalId }: Listed): string {
  return hashId('approvedTemplate', channelId, externalId)
}

/** Asks again for those not asked for since yesterday. A provider out of reach is asked in an hour. */
export async function refreshDueTemplates(now = Date.now()): Promise<number> {
  const due = await find('channelsWithTemplatesDue', { equals: ['active'], range: now }, MAX_CHANNELS)
  return inBatches(due, { atOnce: AT_ONCE }, ({ path }) => {
    const [, company, , channel] = path.split('/')
    return refreshOrPutOff(companyIdSchema.parse(company), channelIdSchema.parse(channel), now)
  })
}

/** The channel works without: what its provider does not tell now he is asked for in an hour. */
export async function refreshOrPutOff(
  companyId: CompanyId,
  channelId: ChannelId,
  now: number,
): Promise<void> {
  try {
    await refreshApprovedTemplates(companyId, channelId, now)
  } catch (error) {
    const isRefusal = error instanceof ProviderError || error instanceof DomainError
    const why = isRefusal
      ? { code: error.code }
      : { error: error instanceof Error ? error.stack : String(error) }
    logger[isRefusal ? 'warn' : 'error']('the templates of a channel were not refreshed', {
      channelId,
      ...why,
    })
    await update(['channels', { companyId, channelId }], { templatesDueAt: now + HOUR_MS })
  }
}
