import { createHmac } from 'node:crypto'
import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod/mini'
import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { codesKey, config } from '#functions/platform/config.ts'
import { hashId } from '#functions/platform/hashId.ts'
import type { Captcha } from './captcha.ts'

const ALGORITHM = 'PBKDF2/SHA-256'
const COST = 5000
const KEY_LENGTH = 32
const LIFE_MS = 10 * MINUTE_MS

/** What the widget hands over, as base64 of its JSON. */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      // Bounds what a forged challenge could make us compute before its signature is looked at.
      cost: z.literal(COST),
      keyLength: z.literal(KEY_LENGTH),
      keyPrefix: z.string(),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

/** ALTCHA, a proof of work of our own: https://altcha.org/docs/v2/ */
export const altcha: Captcha = {
  async create() {
    const max = config.altchaMaxCounter()
    const challenge = await createChallenge({
      algorithm: ALGORITHM,
      cost: COST,
      keyLength: KEY_LENGTH,
      counter: randomInt(max, Math.floor(max / 3)),
      deriveKey,
      hmacSignatureSecret: signingKey(),
      expiresAt: new Date(Date.now() + LIFE_MS),
    })
    return { kind: 'altcha', challenge: JSON.stringify(challenge) }
  },

  async accept(text) {
    const payload = readPayload(text)
    if (!payload) throw new DomainError('captchaRefused')
    const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: signingKey() })
    if (!verified) throw new DomainError('captchaRefused')
    const { signature, parameters } = payload.challenge
    return { id: hashId('altcha', signature), expiresAt: parameters.expiresAt * SECOND_MS }
  },
}

/** A key of its own, made from that of the codes: one secret less to keep. */
function signingKey(): string {
  return createHmac('sha256', Buffer.from(codesKey.value(), 'base64')).update('altcha').digest('hex')
}

function readPayload(text: string): z.infer<typeof payloadSchema> | undefined {
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')))
  } catch {
    return undefined
  }
}
