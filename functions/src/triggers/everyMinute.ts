import { logger } from 'firebase-functions'
import { onSchedule } from 'firebase-functions/scheduler'
import { credentialsKey, filesKey } from '#functions/platform/config.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'

/** What must happen by the clock. Runs may overlap: all they do is guarded by leases. */
export const everyMinute = onSchedule(
  { schedule: 'every 1 minutes', timeZone: 'Europe/Moscow', secrets: [credentialsKey, filesKey] },
  async () => {
    const swept = await sweepOutbox()
    if (swept > 0) logger.info('outbox swept', { entries: swept })
  },
)
