import { BlockList, isIP } from 'node:net'

const IPV4_RANGES = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Everything of IPv6 but global unicast, and of that the forms that carry an IPv4 address. */
const IPV6_RANGES = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

// Two lists: one alone would look for an IPv4 address among the IPv6 ranges too, as ::ffff:a.b.c.d.
const blockedIpv4 = new BlockList()
const blockedIpv6 = new BlockList()
for (const [net, prefix] of IPV4_RANGES) blockedIpv4.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of IPV6_RANGES) blockedIpv6.addSubnet(net, prefix, 'ipv6')

/** Whether an address lies outside the public internet (loopback, private, link-local, metadata, mapped…). */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 0) return true
  return version === 4 ? blockedIpv4.check(address, 'ipv4') : blockedIpv6.check(address, 'ipv6')
}
