import { logger } from 'firebase-functions'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { config } from '#functions/platform/config.ts'
import type { ConfiguredGateway } from './gateways.ts'
import { gateways } from './gateways.ts'

/** Warns of each gateway that will soon send no more. */
export async function checkBalances(): Promise<void> {
  await Promise.all(gateways().map(checkBalance))
}

async function checkBalance({ name, key, gateway }: ConfiguredGateway): Promise<void> {
  const balance = await gateway.balance(key).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error
    logger.warn('the balance of an SMS gateway cannot be read', { gateway: name, detail: error.detail })
  })
  const minimum = config.smsBalanceMinimum()
  if (balance !== undefined && balance < minimum) {
    logger.warn('the balance of an SMS gateway is low', { gateway: name, balance, minimum })
  }
}
