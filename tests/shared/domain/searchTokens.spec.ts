import { describe, expect, it } from 'vitest'
import {
  askedToken,
  askedWords,
  contactTokens,
  matchesWords,
  phoneDigits,
} from '#shared/domain/searchTokens.ts'

const anna = {
  name: 'Анна Светлова-Йорк',
  phone: '+79261234567',
  identities: [{ handle: '@anna_svet' }, { handle: 'anna@mail.ru' }],
}
const isFoundBy = (typed: string) => contactTokens(anna).includes(askedToken(askedWords(typed)))

describe('contactTokens', () => {
  it.each(['а', 'Анна', 'СВЕТЛ', 'йор', 'anna_', 'mail', '+7 926', '8 926 123-45-67', '2345', '4567'])(
    'find him by «%s»',
    (typed) => {
      expect(isFoundBy(typed)).toBe(true)
    },
  )

  it.each(['нна', 'ветлова', '345', '9999', 'Анна Петрова'])('do not find him by «%s»', (typed) => {
    expect(isFoundBy(typed)).toBe(false)
  })

  it('know ё and е for one, and accents for none', () => {
    const tokens = contactTokens({ name: 'Алёна Müller', phone: '', identities: [] })
    expect(tokens).toEqual(expect.arrayContaining(['алена', 'muller']))
  })

  it('are no more than 120, whatever he calls himself', () => {
    const name = Array.from({ length: 60 }, (_, at) => `слово${String(at)}абвгдежз`).join(' ')
    const tokens = contactTokens({ name, phone: '+123456789012345', identities: [] })
    expect(tokens).toHaveLength(120)
    expect(tokens).toEqual(expect.arrayContaining(['слово0абвгдежз', '9012', '123456789012345']))
  })

  it('end where a long word’s fifteenth letter does', () => {
    const tokens = contactTokens({ name: 'Экспериментаторский', phone: '', identities: [] })
    expect(tokens).toHaveLength(15)
    expect(tokens).toContain(askedToken(askedWords('экспериментаторский')))
  })
})

describe('a phone', () => {
  it('is what consists of digits and what groups them', () => {
    expect(phoneDigits('+7 (926) 123-45-67')).toBe('79261234567')
    expect(phoneDigits('8 926 123 45 67')).toBe('79261234567')
    expect(phoneDigits('926')).toBe('')
    expect(phoneDigits('дом 9261')).toBe('')
  })
})

describe('matchesWords', () => {
  const texts = [anna.name]
  it('wants every word', () => {
    expect(matchesWords(askedWords('свет анн'), { texts, phone: anna.phone })).toBe(true)
    expect(matchesWords(askedWords('свет пет'), { texts, phone: anna.phone })).toBe(false)
  })

  it('finds four digits anywhere in the phone, three nowhere', () => {
    expect(matchesWords(askedWords('1234'), { texts, phone: anna.phone })).toBe(true)
    expect(matchesWords(askedWords('123'), { texts, phone: anna.phone })).toBe(false)
  })
})
