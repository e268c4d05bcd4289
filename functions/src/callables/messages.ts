import {
  deleteMessageContract,
  editMessageContract,
  reactToMessageContract,
  signalContactContract,
} from '#shared/api/messageChanges.ts'
import { resendMessageContract } from '#shared/api/messages.ts'
import { deleteMessage as takeBack } from '#functions/inbox/deleteMessage.ts'
import { editMessage as edit } from '#functions/inbox/editMessage.ts'
import { reactToMessage as react } from '#functions/inbox/reactToMessage.ts'
import { resendMessage as resend } from '#functions/inbox/resendMessage.ts'
import { signalContact as signal } from '#functions/inbox/signalContact.ts'
import { defineCallable } from './defineCallable.ts'

export const resendMessage = defineCallable(resendMessageContract, 'operator', (request, caller) =>
  resend(request, caller),
)

export const editMessage = defineCallable(editMessageContract, 'operator', (request, caller) =>
  edit(request, caller),
)

export const deleteMessage = defineCallable(deleteMessageContract, 'operator', (request, caller) =>
  takeBack(request, caller),
)

export const reactToMessage = defineCallable(reactToMessageContract, 'operator', (request, caller) =>
  react(request, caller),
)

export const signalContact = defineCallable(signalContactContract, 'operator', (request, caller) =>
  signal(request, caller),
)
