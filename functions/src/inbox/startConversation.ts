import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { manifests } from '#channels/manifests.ts'
import type { FoundContact } from '#channels/adapter.ts'
import type { FirstMessage } from '#shared/api/newMessage.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId, ConversationId } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { contextOf, routeByChannel } from '#functions/channels/route.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { get } from '#functions/store/store.ts'
import { copyTemplateFile } from './copyTemplateFile.ts'
import { conversationIdOf } from './ids.ts'
import { markUnreachable } from './markUnreachable.ts'
import { openConversation } from './openConversation.ts'
import { wordsOf } from './wordsOf.ts'

interface Starting {
  readonly companyId: CompanyId
  readonly channelId: ChannelId
  readonly phone: string
  readonly message: FirstMessage
}

export interface Started {
  readonly conversationId: ConversationId
  readonly existing: boolean
}

/** Whoever asks for more numbers than this is collecting them. */
const LOOKED_UP = { name: 'phones looked up', max: 120, windowMs: HOUR_MS }

/** Writes to a phone's owner first, unless he has a conversation already: that one is named, and nothing sent. */
export async function startConversation(
  { companyId, channelId, phone: typed, message }: Starting,
  caller: CallingMember,
  now = Date.now(),
): Promise<Started> {
  const route = await routeOf(companyId, channelId)
  const phone = toE164(typed)
  demandOpening(route, message)
  const words = await wordsOf(route, message)
  await countAttempt(LOOKED_UP, `${companyId}/${caller.uid}`, now)
  const found = await find(route, phone)
  const conversationId = conversationIdOf(channelId, found.conversationExternalId)
  const place = { companyId, conversationId, messageId: message.id }
  const attachments = await copyTemplateFile(words.file, place)
  const opening = {
    route,
    found,
    phone,
    conversationId,
    messageId: message.id,
    words: { ...words, attachments },
  }
  return openConversation(opening, caller, now)
}

async function routeOf(companyId: CompanyId, channelId: ChannelId): Promise<ChannelRoute> {
  const route = await routeByChannel(companyId, channelId)
  if (!route) {
    const isThere = await get('channels', { companyId, channelId })
    throw new DomainError(isThere ? 'channelDisconnected' : 'notFound')
  }
  if (!route.adapter.contacts) throw new DomainError('channelCannotWriteFirst')
  return route
}

function toE164(typed: string): string {
  const number = parsePhoneNumberFromString(typed, 'RU')
  if (!number?.isPossible()) throw new DomainError('phoneRefused')
  return number.number
}

/** Nobody has written yet: where there is a window, it is closed. */
function demandOpening({ kind }: ChannelRoute, message: FirstMessage): void {
  const isClosed = manifests[kind].limits.replyWindowMs !== null
  if (isClosed && !('templateId' in message)) throw new DomainError('windowClosed')
}

async function find(route: ChannelRoute, phone: string): Promise<FoundContact> {
  const found = await route.adapter.contacts?.find(phone, route.settings, contextOf(route.kind))
  if (found) return found
  await markUnreachable(route, phone)
  throw new DomainError('numberNotThere')
}
