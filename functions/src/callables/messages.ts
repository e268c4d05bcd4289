import { resendMessageContract } from '#shared/api/messages.ts'
import { resendMessage as resend } from '#functions/inbox/resendMessage.ts'
import { defineCallable } from './defineCallable.ts'

export const resendMessage = defineCallable(resendMessageContract, 'operator', (request, { uid }) =>
  resend(request, uid),
)
