import { logger } from 'firebase-functions'
import { onSchedule } from 'firebase-functions/scheduler'
import { credentialsKey, filesKey, smsGateways, smtpPassword } from '#functions/platform/config.ts'
import { refreshDueTemplates } from '#functions/channels/refreshTemplates.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { wakeSnoozed } from '#functions/inbox/wakeSnoozed.ts'
import { sweepMails } from '#functions/mail/sweepMails.ts'
import { sweepScheduled } from '#functions/scheduled/sweepScheduled.ts'
import { checkBalances } from '#functions/sms/checkBalances.ts'
import { sweepVisitorFiles } from '#functions/widget/sweepVisitorFiles.ts'

/** What must happen by the clock. Runs may overlap: all they do is guarded by leases. */
export const everyMinute = onSchedule(
  {
    schedule: 'every 1 minutes',
    timeZone: 'Europe/Moscow',
    secrets: [credentialsKey, filesKey, smsGateways, smtpPassword],
  },
  async () => {
    const swept = await sweepOutbox()
    if (swept > 0) logger.info('outbox swept', { entries: swept })
    const scheduled = await sweepScheduled()
    if (scheduled > 0) logger.info('replies sent at their time', { messages: scheduled })
    const mails = await sweepMails()
    if (mails > 0) logger.info('letters swept', { mails })
    const deleted = await sweepVisitorFiles()
    if (deleted > 0) logger.info('unsent files of visitors deleted', { files: deleted })
    const refreshed = await refreshDueTemplates()
    if (refreshed > 0) logger.info('approved templates refreshed', { channels: refreshed })
    const woken = await wakeSnoozed()
    if (woken > 0) logger.info('snoozed conversations opened', { conversations: woken })
    await checkBalances()
  },
)
