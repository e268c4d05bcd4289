import { defineSecret, defineString } from 'firebase-functions/params'
import type { ChannelKind } from '#channels/manifests.ts'
import { manifests } from '#channels/manifests.ts'

export const REGION = 'europe-west1'

/** For functions that hold files of up to 50 MB in memory: few at once, and time to hand them over. */
export const ROOM_FOR_FILES = { memory: '1GiB', concurrency: 4, timeoutSeconds: 300 } as const

/** Base64 of 32 bytes each; Secret Manager in production, a generated file on a laptop. */
export const credentialsKey = defineSecret('CREDENTIALS_KEY')
export const filesKey = defineSecret('FILES_KEY')
export const codesKey = defineSecret('CODES_KEY')
/** Gateways with their keys, in the order they are tried: `smsru:<api_id>,smsc:<apikey>`. */
export const smsGateways = defineSecret('SMS_GATEWAYS')
/** SmartCaptcha's server key; any word where CAPTCHA_KIND is `altcha`. */
export const smartCaptchaSecret = defineSecret('SMARTCAPTCHA_SECRET')
/** The mail server's password; any word where SMTP_URL names no user. */
export const smtpPassword = defineSecret('SMTP_PASSWORD')

const publicUrl = defineString('PUBLIC_URL', {
  description: 'Where the page is served, without a closing slash',
})
const smtpUrl = defineString('SMTP_URL', {
  description:
    'The mail server: smtps://user@mail.example.com:465, or smtp:// with STARTTLS; its password apart',
})
const mailFrom = defineString('MAIL_FROM', { description: 'The address letters come from' })

/** Set in the functions' `.env` file where the usual does not suit: no deployment asks for it. */
const textSetting = (name: string, usual: string) => () => process.env[name] || usual
const numberSetting = (name: string, usual: number) => () => Number(process.env[name] || usual)

export const config = {
  publicUrl: () => publicUrl.value(),
  smtpUrl: () => smtpUrl.value(),
  mailFrom: () => mailFrom.value(),
  smsRuUrl: textSetting('SMSRU_URL', 'https://sms.ru'),
  smscUrl: textSetting('SMSC_URL', 'https://smsc.ru'),
  /** The name agreed with the gateways; empty for their own. */
  smsSender: textSetting('SMS_SENDER', ''),
  /** Codes sent an hour at the most; half of them are kept for numbers that are known. */
  smsPerHour: numberSetting('SMS_PER_HOUR', 1000),
  /** Codes one address may ask for an hour; three times as many a day. */
  codesPerAddress: numberSetting('CODES_PER_ADDRESS', 20),
  /** Roubles at a gateway below which a warning is logged. */
  smsBalanceMinimum: numberSetting('SMS_BALANCE_MINIMUM', 500),
  /** Countries (ISO 3166, with commas) whose numbers codes are sent to; * for all. */
  allowedCountries: textSetting('ALLOWED_COUNTRIES', 'RU,BY,KZ,AM,AZ,GE,KG,MD,TJ,TM,UZ'),
  /** `altcha`, our own proof of work, or `smartcaptcha`, Yandex's. */
  captchaKind: textSetting('CAPTCHA_KIND', 'altcha'),
  /** How long a visitor computes: 1200 is up to a second. */
  altchaMaxCounter: numberSetting('ALTCHA_MAX_COUNTER', 1200),
  smartCaptchaSiteKey: textSetting('SMARTCAPTCHA_SITE_KEY', ''),
  smartCaptchaUrl: textSetting('SMARTCAPTCHA_URL', 'https://smartcaptcha.cloud.yandex.ru'),
  /** Proxies of ours in front of the function: that many closing entries of X-Forwarded-For are believed. */
  trustedProxies: () => Number(process.env['TRUSTED_PROXIES'] ?? '1'),
  /** A provider's address: its own, unless `PROVIDER_URL_<KIND>` says otherwise. */
  providerUrl: (kind: ChannelKind) =>
    process.env[`PROVIDER_URL_${kind.toUpperCase()}`] ?? manifests[kind].defaultBaseUrl,
}

const CONFIGURED_URLS = ['SMSRU_URL', 'SMSC_URL', 'SMARTCAPTCHA_URL']

/** Addresses an operator of this installation has named himself: only these may be private ones. */
export function configuredOrigins(): ReadonlySet<string> {
  const urls = Object.entries(process.env)
    .filter(([name]) => name.startsWith('PROVIDER_URL_') || CONFIGURED_URLS.includes(name))
    .map(([, value]) => value ?? '')
  // Of any other scheme the origin is `null`, and would be that of each of them.
  return new Set(
    urls.filter((url) => /^https?:/i.test(url) && URL.canParse(url)).map((url) => new URL(url).origin),
  )
}
