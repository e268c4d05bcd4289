import { forgetRoute, accountHash } from '#functions/channels/route.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { set } from '#functions/store/store.ts'
import { approvedTemplateIdSchema } from '#shared/domain/ids.ts'
import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'
import { connectedChannel } from './connectedChannel.ts'
import { SANDBOX_ACCOUNT, SANDBOX_KEY } from './sandboxSimulator.ts'

export const TEMPLATE = approvedTemplateIdSchema.parse('order-ready')

/** A channel that can do everything, with one template its provider has approved, and one it has not. */
export async function connectedSandbox(companyId = 'ours'): Promise<ChannelRoute> {
  const options = { kind: 'sandbox', companyId, accountId: SANDBOX_ACCOUNT } as const
  const route = await connectedChannel({ key: SANDBOX_KEY, secret: 'secret' }, options)
  forgetRoute(route.companyId, route.channelId, accountHash('sandbox', SANDBOX_ACCOUNT))
  const place = { companyId: route.companyId, channelId: route.channelId }
  await set(['approvedTemplates', { ...place, approvedTemplateId: TEMPLATE }], anApprovedTemplate())
  const pending = anApprovedTemplate({
    externalId: 'discount',
    variables: [],
    body: 'Скидка',
    state: 'pending',
  })
  await set(['approvedTemplates', { ...place, approvedTemplateId: 'pending' }], pending)
  return route
}
