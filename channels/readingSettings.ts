import * as z from 'zod/mini'
import type { ChannelAdapter } from './adapter.ts'

/** Makes all adapters one type without a cast: stored settings come in unread and pass the adapter's own schema. */
export function readingSettings<Settings>(adapter: ChannelAdapter<Settings>): ChannelAdapter<unknown> {
  const read = (settings: unknown): Settings => adapter.settingsSchema.parse(settings)
  const { connection, media, visitors } = adapter
  return {
    manifest: adapter.manifest,
    settingsSchema: z.unknown(),
    authenticate: (request, settings) => adapter.authenticate(request, read(settings)),
    parse: (request) => adapter.parse(request),
    send: (message, settings, context) => adapter.send(message, read(settings), context),
    connection: {
      identify: (form, context) => connection.identify(form, context),
      connect: (form, options, context) => connection.connect(form, options, context),
      disconnect: (settings, context) => connection.disconnect(read(settings), context),
    },
    ...(media && {
      media: {
        fetch: (ref, settings, maxBytes, context) => media.fetch(ref, read(settings), maxBytes, context),
      },
    }),
    ...reachingOut(adapter, read),
    ...afterwards(adapter, read),
    ...(visitors && {
      visitors: {
        look: (settings) => visitors.look(read(settings)),
        newSession: (settings) => visitors.newSession(read(settings)),
        isSession: (session, settings) => visitors.isSession(session, read(settings)),
        sessionIdOf: (request, settings) => visitors.sessionIdOf(request, read(settings)),
        fileReceipt: (file, sessionId, settings) => visitors.fileReceipt(file, sessionId, read(settings)),
      },
    }),
  }
}

type ReachingOut<Settings> = Pick<ChannelAdapter<Settings>, 'contacts' | 'approvedTemplates'>

function reachingOut<Settings>(
  { contacts, approvedTemplates }: ReachingOut<Settings>,
  read: (settings: unknown) => Settings,
): ReachingOut<unknown> {
  return {
    ...(contacts && {
      contacts: { find: (phone, settings, context) => contacts.find(phone, read(settings), context) },
    }),
    ...(approvedTemplates && {
      approvedTemplates: { list: (settings, context) => approvedTemplates.list(read(settings), context) },
    }),
  }
}

type Afterwards<Settings> = Pick<ChannelAdapter<Settings>, 'changes' | 'reactions' | 'signals'>

/** What may be done to a message that is out. */
function afterwards<Settings>(
  { changes, reactions, signals }: Afterwards<Settings>,
  read: (settings: unknown) => Settings,
): Afterwards<unknown> {
  const { edit, delete: takeBack } = changes ?? {}
  const { typing, markRead } = signals ?? {}
  return {
    changes: {
      ...(edit && {
        edit: (message, change, settings, context) => edit(message, change, read(settings), context),
      }),
      ...(takeBack && { delete: (message, settings, context) => takeBack(message, read(settings), context) }),
    },
    ...(reactions && {
      reactions: {
        react: (message, emoji, settings, context) =>
          reactions.react(message, emoji, read(settings), context),
      },
    }),
    signals: {
      ...(typing && { typing: (chat, settings, context) => typing(chat, read(settings), context) }),
      ...(markRead && {
        markRead: (message, settings, context) => markRead(message, read(settings), context),
      }),
    },
  }
}
