import { beforeAll, describe, expect, it } from 'vitest'
import { cleanPhone, formatPhone, isWholePhone, loadPhoneRules, toE164 } from '#web/ui/phone.ts'

describe('cleanPhone', () => {
  it.each([
    ['+7 900 000-01-42', '+79000000142'],
    ['8 (900) 000-01-42', '+79000000142'],
    ['9000000142', '+79000000142'],
    ['+7 8 900 000 01 42', '+79000000142'],
    ['+7 +7 900 000-01-42', '+79000000142'],
    ['+7 79000000142', '+79000000142'],
    ['0037529 123-45-67', '+375291234567'],
    ['+7 00375291234567', '+375291234567'],
    ['+7 +375 29 1234567', '+375291234567'],
    ['+49 (0) 30 1234', '+490301234'],
    ['+', '+'],
    ['', ''],
  ])('reads %j as %j', (typed, phone) => {
    expect(cleanPhone(typed)).toBe(phone)
  })
})

describe('formatPhone', () => {
  it.each([
    ['+7', '+7'],
    ['+790', '+7 90'],
    ['+79000', '+7 900 0'],
    ['+79000000142', '+7 900 000-01-42'],
    ['+375291234567', '+375291234567'],
  ])('groups %j as %j', (phone, shown) => {
    expect(formatPhone(phone)).toBe(shown)
  })
})

describe('isWholePhone', () => {
  it('wants ten digits after +7', () => {
    expect(isWholePhone('+79000000142')).toBe(true)
    expect(isWholePhone('+7900000014')).toBe(false)
    expect(isWholePhone('+790000001421')).toBe(false)
  })

  it('takes any country', () => {
    expect(isWholePhone('+375291234567')).toBe(true)
    expect(isWholePhone('+0375291234567')).toBe(false)
  })
})

describe('with every country’s rules', () => {
  beforeAll(loadPhoneRules)

  it.each([
    ['+49 (0)30 901820', '+4930901820'],
    ['+44 (0) 20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['8 (900) 000-01-42', '+79000000142'],
    ['+375 29 123-45-67', '+375291234567'],
    ['+7 701 123 45 67', '+77011234567'],
  ])('hands %j on as %j', (typed, phone) => {
    expect(toE164(typed)).toBe(phone)
  })

  it.each([
    ['+375291234567', '+375 29 123 45 67'],
    ['+4930', '+49 30'],
    ['+79000000142', '+7 900 000-01-42'],
  ])('groups %j as %j', (phone, shown) => {
    expect(formatPhone(phone)).toBe(shown)
  })

  it('knows how long a country’s numbers are', () => {
    expect(isWholePhone('+375291234567')).toBe(true)
    expect(isWholePhone('+1212373425')).toBe(false)
    expect(isWholePhone('+99912345678')).toBe(false)
  })
})
