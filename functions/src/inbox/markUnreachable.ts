import type { ChannelRoute } from '#functions/channels/route.ts'
import { find, update } from '#functions/store/store.ts'

/** Few contacts share a phone. */
const MAX_CONTACTS = 10

/** Notes on the contacts we know by a phone that this kind of channel has nobody under it. */
export async function markUnreachable({ companyId, kind }: ChannelRoute, phone: string): Promise<void> {
  const known = await find('contactsOfPhone', { equals: [phone] }, MAX_CONTACTS, { companyId })
  await Promise.all(
    known.map(({ id: contactId }) =>
      update(['contacts', { companyId, contactId }], { [`reachable.${kind}`]: false }),
    ),
  )
}
