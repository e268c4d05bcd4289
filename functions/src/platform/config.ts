import { defineSecret, defineString } from 'firebase-functions/params'
import type { ChannelKind } from '#channels/manifests.ts'
import { manifests } from '#channels/manifests.ts'

export const REGION = 'europe-west1'

/** Base64 of 32 bytes each; Secret Manager in production, a generated file on a laptop. */
export const credentialsKey = defineSecret('CREDENTIALS_KEY')
export const filesKey = defineSecret('FILES_KEY')
export const codesKey = defineSecret('CODES_KEY')

const publicUrl = defineString('PUBLIC_URL', {
  description: 'Where the page is served, without a closing slash',
})
const smsGatewayUrl = defineString('SMS_GATEWAY_URL', { default: 'https://sms.ru' })
const smsGatewayKey = defineString('SMS_GATEWAY_KEY', { default: '' })

export const config = {
  publicUrl: () => publicUrl.value(),
  smsGatewayUrl: () => smsGatewayUrl.value(),
  smsGatewayKey: () => smsGatewayKey.value(),
  /** Proxies of ours in front of the function: that many closing entries of X-Forwarded-For are believed. */
  trustedProxies: () => Number(process.env['TRUSTED_PROXIES'] ?? '1'),
  /** A provider's address: its own, unless `PROVIDER_URL_<KIND>` says otherwise. */
  providerUrl: (kind: ChannelKind) =>
    process.env[`PROVIDER_URL_${kind.toUpperCase()}`] ?? manifests[kind].defaultBaseUrl,
}

/** Addresses an operator of this installation has named himself: only these may be private ones. */
export function configuredOrigins(): ReadonlySet<string> {
  const urls = Object.entries(process.env)
    .filter(([name]) => name.startsWith('PROVIDER_URL_') || name === 'SMS_GATEWAY_URL')
    .map(([, value]) => value ?? '')
  // Of any other scheme the origin is `null`, and would be that of each of them.
  return new Set(
    urls.filter((url) => /^https?:/i.test(url) && URL.canParse(url)).map((url) => new URL(url).origin),
  )
}
