import type { Visitors } from '#channels/adapter.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash, routeByAccount } from '#functions/channels/route.ts'

/** A connected widget. */
export interface VisitorChannel extends ChannelRoute {
  readonly visitors: Visitors<unknown>
}

/** The channel behind the public id that stands in a site's code; undefined when there is none now. */
export async function visitorChannel(widgetId: string): Promise<VisitorChannel | undefined> {
  const route = await routeByAccount('widget', accountHash('widget', widgetId))
  const visitors = route?.adapter.visitors
  return visitors && { ...route, visitors }
}
