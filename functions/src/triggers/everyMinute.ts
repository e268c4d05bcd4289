import { onSchedule } from 'firebase-functions/scheduler'
import {
  ROOM_FOR_FILES,
  credentialsKey,
  filesKey,
  smsGateways,
  smtpPassword,
} from '#functions/platform/config.ts'
import { refreshDueTemplates } from '#functions/channels/refreshTemplates.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { wakeSnoozed } from '#functions/inbox/wakeSnoozed.ts'
import { sweepMails } from '#functions/mail/sweepMails.ts'
import { sweepReassignments } from '#functions/members/sweepReassignments.ts'
import { sweepScheduled } from '#functions/scheduled/sweepScheduled.ts'
import { checkBalancesHourly } from '#functions/sms/checkBalancesHourly.ts'
import { sweepTemplates } from '#functions/templates/sweepTemplates.ts'
import { sweepVisitorFiles } from '#functions/widget/sweepVisitorFiles.ts'
import { runApart } from './runApart.ts'
import type { Step } from './runApart.ts'

const STEPS: readonly Step[] = [
  { done: 'outbox swept', run: () => sweepOutbox() },
  { done: 'replies sent at their time', run: () => sweepScheduled() },
  { done: 'letters swept', run: () => sweepMails() },
  { done: 'unsent files of visitors deleted', run: () => sweepVisitorFiles() },
  { done: 'deleted templates forgotten', run: () => sweepTemplates() },
  { done: 'approved templates refreshed', run: () => refreshDueTemplates() },
  { done: 'snoozed conversations opened', run: () => wakeSnoozed() },
  { done: 'conversations given away to the end', run: () => sweepReassignments() },
  { done: 'balances looked at', run: () => checkBalancesHourly() },
]

/** What must happen by the clock. Runs may overlap: all they do is guarded by leases. */
export const everyMinute = onSchedule(
  {
    ...ROOM_FOR_FILES,
    schedule: 'every 1 minutes',
    timeZone: 'Europe/Moscow',
    secrets: [credentialsKey, filesKey, smsGateways, smtpPassword],
  },
  () => runApart(STEPS),
)
