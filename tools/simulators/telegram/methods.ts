import { flagParameter } from './parameters.ts'
import { deleteMessage } from './methods/deleteMessage.ts'
import { editMessageCaption } from './methods/editMessageCaption.ts'
import { editMessageText } from './methods/editMessageText.ts'
import { getFile } from './methods/getFile.ts'
import { getMe } from './methods/getMe.ts'
import { getWebhookInfo } from './methods/getWebhookInfo.ts'
import type { Method } from './methods/Method.ts'
import { sendChatAction } from './methods/sendChatAction.ts'
import { sendFile } from './methods/sendFile.ts'
import { sendMessage } from './methods/sendMessage.ts'
import { setMessageReaction } from './methods/setMessageReaction.ts'
import { setWebhook } from './methods/setWebhook.ts'

const deleteWebhook: Method = (call) => {
  call.bot.webhook.deleteWebhook(flagParameter(call, 'drop_pending_updates'))
  return true
}

/** What the simulator plays of the Bot API. */
export const methods: Readonly<Record<string, Method>> = {
  getMe,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  sendVoice: sendFile('voice'),
  sendVideo: sendFile('video'),
  sendAudio: sendFile('audio'),
  editMessageText,
  editMessageCaption,
  deleteMessage,
  setMessageReaction,
  sendChatAction,
  getFile,
}
