import { logger } from 'firebase-functions'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { Locale } from '#shared/domain/user.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { SmsText } from './gateway.ts'
import { NUMBER_REFUSED } from './gateway.ts'
import type { ConfiguredGateway } from './gateways.ts'
import { gateways } from './gateways.ts'

export interface CodeToSend {
  readonly phone: string
  readonly code: string
  readonly locale: Locale
  readonly address: string
}

/** The code comes first: phones show a message's beginning. */
const TEXT: Record<Locale, (code: string) => string> = {
  ru: (code) => `${code} — код для входа в Пакт. Никому его не сообщайте.`,
  en: (code) => `${code} is your Pact sign-in code. Do not share it.`,
}

/**
 * Sends a one-time code by the first gateway that takes it. One that may have taken it ends the search: nobody
 * gets two. Throws `smsUnavailable`.
 */
export async function sendCode({ phone, code, locale, address }: CodeToSend): Promise<void> {
  const text = { phone, text: TEXT[locale](code), address }
  for (const gateway of gateways()) {
    const outcome = await tryGateway(gateway, text)
    if (outcome === 'sent') return
    if (outcome === 'hopeless') break
  }
  throw new DomainError('smsUnavailable')
}

type Outcome = 'sent' | 'next' | 'hopeless'

async function tryGateway({ name, key, gateway }: ConfiguredGateway, text: SmsText): Promise<Outcome> {
  try {
    await gateway.send(text, key)
    return 'sent'
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const { code, reason, detail } = error
    logger.warn('an SMS gateway did not take a code', { gateway: name, code, reason, detail })
    if (code === 'uncertain') return 'sent'
    return reason === NUMBER_REFUSED ? 'hopeless' : 'next'
  }
}
