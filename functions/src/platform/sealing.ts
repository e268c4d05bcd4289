import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const IV_LENGTH = 12
const TAG_LENGTH = 16

/** Encrypts settings with AES-256-GCM. `context` (the document's path) is bound in: a sealed text moved elsewhere does not open. */
export function seal(settings: unknown, context: string, key: Buffer): string {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(settings), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The inverse of `seal`; throws when key, context or text is not the one that was sealed. */
export function unseal(sealed: string, context: string, key: Buffer): unknown {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_LENGTH), {
    authTagLength: TAG_LENGTH,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH))
  const plain = Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()])
  return JSON.parse(plain.toString('utf8')) as unknown
}
