import './platform/globalOptions.ts'
import { onRequest } from 'firebase-functions/https'
import { credentialsKey, filesKey } from './platform/config.ts'
import { handleFile } from './http/filesEndpoint.ts'
import { handleHook } from './http/hooks.ts'
import { handleWidget } from './http/widgetEndpoint.ts'

export { connectChannel, disconnectChannel, identifyChannel } from './callables/channels.ts'
export { resendMessage } from './callables/messages.ts'
export { registerCompany, requestCode, verifyCode } from './callables/signIn.ts'
export { deliverLater } from './triggers/deliverLater.ts'
export { everyMinute } from './triggers/everyMinute.ts'
export { onOutboxEntryCreated } from './triggers/onOutboxEntryCreated.ts'

const secrets = [credentialsKey, filesKey]

export const hooks = onRequest({ secrets, cors: false, concurrency: 80, minInstances: 0 }, handleHook)
export const widget = onRequest({ secrets, cors: false }, handleWidget)
export const files = onRequest({ secrets, cors: false }, handleFile)
/** Answers when this code is loaded: suites begin by asking. */
export const health = onRequest({ cors: false }, (_request, response) => {
  response.json({ status: 'ok' })
})
