import { createHash, randomBytes } from 'node:crypto'

/**
 * A document id derived from provider ids: the same message always gets the same id, so a webhook
 * told twice writes once. Parts are length-prefixed: ('a', 'bc') and ('ab', 'c') differ.
 */
export function hashId(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${String(part.length)}:${part}`)
  return hash.digest('hex').slice(0, 32)
}

/** 53 bits of a path's hash: the integer the public API knows a document by. `attempt` steps past a collision. */
export function publicIdOf(path: string, attempt = 0): number {
  const digest = createHash('sha256')
    .update(`${path}#${String(attempt)}`)
    .digest()
  return Number(digest.readBigUInt64BE(0) >> 11n)
}

export function randomId(): string {
  return randomBytes(16).toString('hex')
}
