import {
  connectChannelContract,
  disconnectChannelContract,
  identifyChannelContract,
} from '#shared/api/channels.ts'
import { connectChannel as connect, identifyChannel as identify } from '#functions/channels/connectChannel.ts'
import { disconnectChannel as disconnect } from '#functions/channels/disconnectChannel.ts'
import { defineCallable } from './defineCallable.ts'

export const identifyChannel = defineCallable(identifyChannelContract, 'admin', ({ kind, form }) =>
  identify(kind, form),
)

export const connectChannel = defineCallable(connectChannelContract, 'admin', ({ companyId, kind, form }) =>
  connect(companyId, kind, form),
)

export const disconnectChannel = defineCallable(
  disconnectChannelContract,
  'admin',
  ({ companyId, channelId }) => disconnect(companyId, channelId),
)
