import {
  changeChannelContract,
  connectChannelContract,
  disconnectChannelContract,
  identifyChannelContract,
} from '#shared/api/channels.ts'
import { changeChannel as change } from '#functions/channels/changeChannel.ts'
import { connectChannel as connect, identifyChannel as identify } from '#functions/channels/connectChannel.ts'
import { disconnectChannel as disconnect } from '#functions/channels/disconnectChannel.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const identifyChannel = defineCallable(identifyChannelContract, 'admin', ({ kind, form }) =>
  identify(kind, form),
)

export const connectChannel = defineCallable(
  connectChannelContract,
  'admin',
  ({ companyId, kind, form }, caller) => connect(companyId, kind, form, actorOf(caller)),
)

export const disconnectChannel = defineCallable(
  disconnectChannelContract,
  'admin',
  ({ companyId, channelId }, caller) => disconnect(companyId, channelId, actorOf(caller)),
)

export const changeChannel = defineCallable(
  changeChannelContract,
  'admin',
  ({ companyId, ...changes }, caller) => change(companyId, changes, actorOf(caller)),
)
