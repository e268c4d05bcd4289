import { createHmac, timingSafeEqual } from 'node:crypto'

/** Hex of HMAC-SHA256; `purpose` keeps one kind of signature from passing for another. */
export function sign(secret: string, purpose: 'session' | 'file', text: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${text}`).digest('hex')
}

/** Constant time for any given signature of the right length. */
export function isSignature(given: string, expected: string): boolean {
  const bytes = Buffer.from(given)
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected))
}
