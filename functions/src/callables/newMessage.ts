import {
  refreshApprovedTemplatesContract,
  sendApprovedTemplateContract,
  startConversationContract,
} from '#shared/api/newMessage.ts'
import { refreshApprovedTemplates as refresh } from '#functions/channels/refreshTemplates.ts'
import { sendApprovedTemplate as sendTemplate } from '#functions/inbox/sendApprovedTemplate.ts'
import { startConversation as start } from '#functions/inbox/startConversation.ts'
import { ROOM_FOR_FILES } from '#functions/platform/config.ts'
import { defineCallable } from './defineCallable.ts'

export const startConversation = defineCallable(
  startConversationContract,
  'operator',
  (request, caller) => start(request, caller),
  ROOM_FOR_FILES,
)

export const sendApprovedTemplate = defineCallable(
  sendApprovedTemplateContract,
  'operator',
  (request, caller) => sendTemplate(request, caller),
)

export const refreshApprovedTemplates = defineCallable(
  refreshApprovedTemplatesContract,
  'operator',
  ({ companyId, channelId }) => refresh(companyId, channelId),
)
