import { onDocumentCreated } from 'firebase-functions/firestore'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { ROOM_FOR_FILES, codesKey, credentialsKey, filesKey } from '#functions/platform/config.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'

/** Something is to leave: attempt it at once. Told twice, or late, it does no harm. */
export const onOutboxEntryCreated = onDocumentCreated(
  {
    ...ROOM_FOR_FILES,
    document: 'companies/{companyId}/outbox/{entryId}',
    secrets: [credentialsKey, filesKey, codesKey],
  },
  async ({ params }) => {
    await drainLane(companyIdSchema.parse(params.companyId), outboxEntryIdSchema.parse(params.entryId))
  },
)
