import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ChannelAdapter } from '../adapter.ts'
import { sandboxChanges, sandboxReactions, sandboxSignals } from './changes.ts'
import { sandboxConnection } from './connection.ts'
import { sandboxContacts } from './contacts.ts'
import { sandboxManifest } from './manifest.ts'
import { parseHook } from './receive.ts'
import { sendMessage } from './send.ts'
import type { SandboxSettings } from './settings.ts'
import { sandboxSettingsSchema } from './settings.ts'
import { sandboxTemplates } from './templates.ts'

const SIGNATURE_HEADER = 'x-sandbox-signature'

export const sandbox: ChannelAdapter<SandboxSettings> = {
  manifest: sandboxManifest,
  settingsSchema: sandboxSettingsSchema,
  authenticate({ headers, rawBody }, { secret }) {
    const expected = createHmac('sha256', secret).update(rawBody).digest()
    const given = Buffer.from(headers[SIGNATURE_HEADER] ?? '', 'hex')
    return given.length === expected.length && timingSafeEqual(given, expected)
  },
  parse: parseHook,
  send: sendMessage,
  connection: sandboxConnection,
  changes: sandboxChanges,
  reactions: sandboxReactions,
  signals: sandboxSignals,
  contacts: sandboxContacts,
  approvedTemplates: sandboxTemplates,
}
