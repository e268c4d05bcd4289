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
