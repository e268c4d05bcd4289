/** A text on its way to one phone. */
export interface SmsText {
  readonly phone: string
  readonly text: string
  /** Who asked for it: gateways look for pumping too. */
  readonly address: string
}

/** What every SMS gateway must do; `key` is ours there. */
export interface SmsGateway {
  /**
   * Hands a text over. Throws a ProviderError; its reason is `numberRefused` where no gateway would do better, and
   * its code `uncertain` where the text may have gone.
   */
  send(text: SmsText, key: string): Promise<void>
  /** Roubles. Throws a ProviderError. */
  balance(key: string): Promise<number>
}

/** The reason of a refusal that is the number's, not the gateway's. */
export const NUMBER_REFUSED = 'numberRefused'
