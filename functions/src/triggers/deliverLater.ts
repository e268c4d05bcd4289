import { onTaskDispatched } from 'firebase-functions/tasks'
import * as z from 'zod/mini'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { ROOM_FOR_FILES, credentialsKey, filesKey } from '#functions/platform/config.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'

const taskSchema = z.object({ companyId: companyIdSchema, entryId: outboxEntryIdSchema })

/** A put-off entry's moment has come, or so the queue says. */
export const deliverLater = onTaskDispatched(
  {
    ...ROOM_FOR_FILES,
    retryConfig: { maxAttempts: 5, minBackoffSeconds: 5 },
    rateLimits: { maxConcurrentDispatches: 50 },
    secrets: [credentialsKey, filesKey],
  },
  async ({ data }) => {
    const { companyId, entryId } = taskSchema.parse(data)
    await drainLane(companyId, entryId)
  },
)
