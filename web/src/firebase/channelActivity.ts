import { getDocs, limit, onSnapshot, query } from 'firebase/firestore'
import type { QuerySnapshot } from 'firebase/firestore'
import { conversationSchema } from '#shared/domain/conversation.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { webQuery } from './webQuery.ts'

function latest(companyId: CompanyId, channelId: ChannelId) {
  return query(webQuery('conversationsOfChannel', { companyId }, { equals: [channelId] }), limit(1))
}

function lastMessageAt({ docs }: QuerySnapshot): number | null {
  return docs[0] ? fromDocument(conversationSchema, docs[0].data()).lastMessageAt : null
}

/** When a channel last carried a message; null when it never did. */
export async function fetchLastMessageAt(companyId: CompanyId, channelId: ChannelId): Promise<number | null> {
  return lastMessageAt(await getDocs(latest(companyId, channelId)))
}

/** Calls once the channel has its first conversation. */
export function onFirstConversation(
  companyId: CompanyId,
  channelId: ChannelId,
  arrived: () => void,
): () => void {
  return onSnapshot(latest(companyId, channelId), ({ empty }) => {
    if (!empty) arrived()
  })
}
