import { afterEach, describe, expect, it } from 'vitest'
import { isCountryAllowed } from '#functions/signIn/isCountryAllowed.ts'

afterEach(() => {
  delete process.env['ALLOWED_COUNTRIES']
})

describe('a number', () => {
  it.each([
    ['Russia', '+79001234567'],
    ['Kazakhstan, which shares +7', '+77011234567'],
    ['Belarus', '+375291234567'],
    ['Armenia', '+37499123456'],
    ['Georgia', '+995555123456'],
    ['Uzbekistan', '+998901234567'],
  ])('of %s may get a code', (_country, phone) => {
    expect(isCountryAllowed(phone)).toBe(true)
  })

  it.each([
    ['the United States', '+12025550123'],
    ['Cuba', '+5351234567'],
    ['a satellite', '+881612345678'],
    ['no country', '+9999999999'],
    ['Russia, but too short', '+79001234'],
  ])('of %s may not', (_country, phone) => {
    expect(isCountryAllowed(phone)).toBe(false)
  })

  it('counts by the countries an installation names', () => {
    process.env['ALLOWED_COUNTRIES'] = 'RU, US'
    expect(['+79001234567', '+12025550123', '+77011234567'].map(isCountryAllowed)).toEqual([
      true,
      true,
      false,
    ])
    process.env['ALLOWED_COUNTRIES'] = '*'
    expect(['+5351234567', '+79001234'].map(isCountryAllowed)).toEqual([true, false])
  })
})
