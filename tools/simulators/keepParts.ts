import type { MailMessage } from './mail/MailInbox.ts'
import type { Parts } from './Parts.ts'
import type { SmsMessage } from './sms/SmsInbox.ts'
import { KeptState } from './state/KeptState.ts'
import { keepSaving, type Saving } from './state/keepSaving.ts'
import { keptTelegram, restoreTelegram, telegramBytes, type KeptTelegram } from './telegram/keptTelegram.ts'

interface KeptParts {
  readonly telegram: KeptTelegram
  readonly sms: readonly SmsMessage[]
  readonly balances: { readonly smsRu: number; readonly smsc: number }
  readonly mails: readonly MailMessage[]
}

/** Takes up what was kept in a folder, and keeps there what changes from now on. */
export async function keepParts(parts: Parts, directory: string): Promise<Saving> {
  const kept = new KeptState<KeptParts>(directory)
  const before = await kept.read()
  if (before) await restore(parts, before, (name) => kept.readFile(name))
  return keepSaving(
    () => kept.write({ state: stateOf(parts), files: new Map(telegramBytes(parts.telegram)) }),
    (error) => console.error(`simulators: not saved, ${error instanceof Error ? error.message : 'unknown'}`),
  )
}

function stateOf({ telegram, sms, mail }: Parts): KeptParts {
  return {
    telegram: keptTelegram(telegram),
    sms: sms.inbox.messages,
    balances: { smsRu: sms.smsRu.account.balance, smsc: sms.smsc.account.balance },
    mails: mail.messages,
  }
}

async function restore(
  { telegram, sms, mail }: Parts,
  before: KeptParts,
  bytesOf: (name: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  sms.inbox.messages.push(...before.sms)
  sms.smsRu.account.balance = before.balances.smsRu
  sms.smsc.account.balance = before.balances.smsc
  mail.messages.push(...before.mails)
  await restoreTelegram(telegram, before.telegram, bytesOf)
}
