import { afterEach, describe, expect, it } from 'vitest'
import { clientAddress } from '#functions/platform/clientAddress.ts'

const from = (forwarded: string | string[] | undefined, remoteAddress = '10.0.0.9') =>
  clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } })

afterEach(() => delete process.env['TRUSTED_PROXIES'])

describe('who calls', () => {
  it('is what our own proxy has written last', () => {
    expect(from('203.0.113.7')).toBe('203.0.113.7')
  })

  it('is never what he made up himself', () => {
    expect(from('1.2.3.4, 5.6.7.8,203.0.113.7')).toBe('203.0.113.7')
    expect(from(['1.2.3.4', '203.0.113.7'])).toBe('203.0.113.7')
  })

  it('stands as far from the end as there are proxies of ours', () => {
    process.env['TRUSTED_PROXIES'] = '2'
    expect(from('1.2.3.4, 203.0.113.7, 198.51.100.1')).toBe('203.0.113.7')
  })

  it('is the other end of the wire where no proxy stands before us, whatever he claims', () => {
    process.env['TRUSTED_PROXIES'] = '0'
    expect(from('1.2.3.4', '203.0.113.7')).toBe('203.0.113.7')
  })

  it.each([undefined, '', ' , '])('is the other end of the wire where nothing is told (%j)', (forwarded) => {
    expect(from(forwarded, '203.0.113.7')).toBe('203.0.113.7')
  })

  it('is unknown where nobody can tell', () => {
    expect(clientAddress({ headers: {} })).toBe('unknown')
  })
})

describe('an IPv6 caller', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['2001:db8:1::', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as all of %s', (address, network) => {
    expect(from(address)).toBe(network)
  })

  it.each(['::ffff:203.0.113.7', '::FFFF:203.0.113.7'])(
    'that is an IPv4 one counts as that: %s',
    (address) => {
      expect(from(undefined, address)).toBe('203.0.113.7')
    },
  )
})
