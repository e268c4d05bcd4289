import type { Changes } from './changes.ts'
import type { MailInbox } from './mail/MailInbox.ts'
import type { SandboxWorld } from './sandbox/sandboxWorld.ts'
import type { SmartCaptcha } from './smartcaptcha/SmartCaptcha.ts'
import type { Gateways } from './sms/Gateways.ts'
import type { TelegramWorld } from './telegram/world.ts'

/** Everything that is played. */
export interface Parts {
  readonly basePort: number
  readonly telegram: TelegramWorld
  readonly sandbox: SandboxWorld
  readonly sms: Gateways
  readonly mail: MailInbox
  readonly smartCaptcha: SmartCaptcha
  readonly changes: Changes
}
