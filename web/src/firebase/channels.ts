import type { QueryDocumentSnapshot } from 'firebase/firestore'
import { channelSchema } from '#shared/domain/channel.ts'
import type { Channel } from '#shared/domain/channel.ts'
import { channelIdSchema } from '#shared/domain/ids.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { liveFeed } from './liveFeed.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type CompanyChannel = Channel & { readonly id: ChannelId }

function read(snapshot: QueryDocumentSnapshot): CompanyChannel | null {
  return readDocument(channelSchema, channelIdSchema, snapshot)
}

/** The company's channels: a handful, so the whole collection is listened to. */
export function followChannels(
  companyId: CompanyId,
  onChanged: (channels: readonly CompanyChannel[]) => void,
): () => void {
  const feed = liveFeed({
    query: () => webQuery('channels', { companyId }),
    onSnapshot(snapshot, hasAnswered) {
      if (!hasAnswered && snapshot.empty) return
      const changed = snapshot.docChanges().map(({ doc }) => read(doc))
      onChanged(changed.filter(isPresent))
    },
  })
  return () => {
    feed.stop()
  }
}
