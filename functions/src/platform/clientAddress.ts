import { isIPv6 } from 'node:net'
import { config } from './config.ts'

interface Addressed {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly socket?: { readonly remoteAddress?: string | undefined }
}

/**
 * Who calls, for limits: the entry of X-Forwarded-For our own proxies wrote, never one the caller made up.
 * IPv6 counts by /64: a household has that many addresses at hand.
 */
export function clientAddress({ headers, socket }: Addressed): string {
  const header = headers['x-forwarded-for']
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim())
  const proxies = config.trustedProxies()
  const told = proxies > 0 ? hops.at(-proxies) : undefined
  const address = (told || socket?.remoteAddress || 'unknown').replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIPv6(address) ? networkOf(address.toLowerCase()) : address
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [
    ...groups,
    ...Array<string>(Math.max(missing, 0)).fill('0'),
    ...(tail ?? '').split(':').filter(Boolean),
  ]
  return `${all.slice(0, 4).join(':')}::/64`
}
