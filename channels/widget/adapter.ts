import type { ChannelAdapter } from '../adapter.ts'
import { widgetChanges, widgetReactions, widgetSignals } from './changes.ts'
import { widgetConnection } from './connection.ts'
import { widgetManifest } from './manifest.ts'
import { isGenuine, toChannelEvents } from './receive.ts'
import { putIntoMailbox } from './send.ts'
import { widgetSettingsSchema } from './settings.ts'
import type { WidgetSettings } from './settings.ts'
import { widgetVisitors } from './visitors.ts'

export const widget: ChannelAdapter<WidgetSettings> = {
  manifest: widgetManifest,
  settingsSchema: widgetSettingsSchema,
  authenticate: isGenuine,
  parse: toChannelEvents,
  send: (message, _settings, context) => putIntoMailbox(message, context),
  connection: widgetConnection,
  visitors: widgetVisitors,
  changes: widgetChanges,
  reactions: widgetReactions,
  signals: widgetSignals,
}
