import { messageIdSchema } from '#shared/domain/ids.ts'
import { messageSchema } from '#shared/domain/message.ts'
import type { ConversationPlace, ThreadMessage } from './messages.ts'
import { fetchPage } from './pages.ts'
import type { Cursor, Page } from './pages.ts'
import { readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

const ARCHIVE_PAGE_SIZE = 300

/** A large page of a conversation, newest first: for who reads all of it. */
export function fetchArchive(
  place: ConversationPlace,
  after: Cursor | null,
): Promise<Page<Omit<ThreadMessage, 'isPending'>>> {
  return fetchPage(webQuery('messages', place), {
    size: ARCHIVE_PAGE_SIZE,
    after,
    read: (snapshot) => readDocument(messageSchema, messageIdSchema, snapshot),
  })
}
