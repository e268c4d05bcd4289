import { hkdfSync } from 'node:crypto'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { credentialsKey } from '#functions/platform/config.ts'
import { credentialsPath } from './route.ts'

const LENGTH = 32

/**
 * What a channel's provider proves itself with. Derived, not drawn: of two who connect an account at
 * once, one is the last to tell the provider and the other may be the last to store what was told.
 */
export function webhookSecret(companyId: CompanyId, channelId: ChannelId, accountId: string): string {
  const key = Buffer.from(credentialsKey.value(), 'base64')
  const purpose = `webhook secret of ${accountId} at ${credentialsPath(companyId, channelId)}`
  return Buffer.from(hkdfSync('sha256', key, '', purpose, LENGTH)).toString('base64url')
}
