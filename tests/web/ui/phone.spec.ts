import { describe, expect, it } from 'vitest'
import { cleanPhone, formatPhone, isWholePhone } from '#web/ui/phone.ts'

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
