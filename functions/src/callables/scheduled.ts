import {
  cancelScheduledContract,
  rescheduleMessageContract,
  scheduleMessageContract,
  sendScheduledContract,
} from '#shared/api/scheduled.ts'
import { cancelScheduled as cancel } from '#functions/scheduled/cancelScheduled.ts'
import { rescheduleMessage as reschedule } from '#functions/scheduled/rescheduleMessage.ts'
import { scheduleMessage as schedule } from '#functions/scheduled/scheduleMessage.ts'
import { sendScheduled as sendNow } from '#functions/scheduled/sendScheduled.ts'
import { defineCallable } from './defineCallable.ts'

export const scheduleMessage = defineCallable(scheduleMessageContract, 'operator', (request, caller) =>
  schedule(request, caller),
)

export const rescheduleMessage = defineCallable(rescheduleMessageContract, 'operator', (request, caller) =>
  reschedule(request, caller),
)

export const cancelScheduled = defineCallable(cancelScheduledContract, 'operator', (request, caller) =>
  cancel(request, caller),
)

export const sendScheduled = defineCallable(sendScheduledContract, 'operator', (request, caller) =>
  sendNow(request, caller),
)
