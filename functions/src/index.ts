import './platform/globalOptions.ts'
import { onRequest } from 'firebase-functions/https'
import { ROOM_FOR_FILES, credentialsKey, filesKey } from './platform/config.ts'
import { handleFile } from './http/filesEndpoint.ts'
import { handleHook } from './http/hooks.ts'
import { handleWidget } from './http/widgetEndpoint.ts'

export {
  beginPhoneChange,
  changeAvatar,
  changeEmail,
  changeProfile,
  confirmEmail,
  readApiToken,
  readReferrals,
  resendEmailConfirmation,
  rotateApiToken,
} from './callables/account.ts'
export { changeChannel, connectChannel, disconnectChannel, identifyChannel } from './callables/channels.ts'
export { changeCompany } from './callables/companies.ts'
export { deleteTag, renameContact, tagContact } from './callables/contacts.ts'
export {
  acceptInvitation,
  inviteMembers,
  readInvitation,
  resendInvitation,
  revokeInvitation,
} from './callables/invitations.ts'
export { changeMember, leaveCompany, removeMember } from './callables/members.ts'
export {
  deleteMessage,
  editMessage,
  reactToMessage,
  resendMessage,
  signalContact,
} from './callables/messages.ts'
export { refreshApprovedTemplates, sendApprovedTemplate, startConversation } from './callables/newMessage.ts'
export { cancelScheduled, rescheduleMessage, scheduleMessage, sendScheduled } from './callables/scheduled.ts'
export {
  createCaptcha,
  registerCompany,
  requestCode,
  signOutEverywhere,
  verifyCode,
  verifyEmailCode,
} from './callables/signIn.ts'
export { searchMessages } from './callables/search.ts'
export { createTeam, deleteTeam, renameTeam } from './callables/teams.ts'
export { deliverLater } from './triggers/deliverLater.ts'
export { everyMinute } from './triggers/everyMinute.ts'
export { onMailCreated } from './triggers/onMailCreated.ts'
export { onOutboxEntryCreated } from './triggers/onOutboxEntryCreated.ts'
export { onTemplateUpdated } from './triggers/onTemplateUpdated.ts'

const secrets = [credentialsKey, filesKey]

export const hooks = onRequest({ secrets, cors: false, concurrency: 80, minInstances: 0 }, handleHook)
export const widget = onRequest({ ...ROOM_FOR_FILES, secrets, cors: false }, handleWidget)
export const files = onRequest({ secrets, cors: false }, handleFile)
/** Answers when this code is loaded: suites begin by asking. */
export const health = onRequest({ cors: false }, (_request, response) => {
  response.json({ status: 'ok' })
})
