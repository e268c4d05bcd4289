import { describe, expect, it } from 'vitest'
import { linkParts } from '#web/features/inbox/linkParts.ts'

function hrefs(text: string): (string | undefined)[] {
  return linkParts(text).map(({ href }) => href)
}

function links(text: string): string[] {
  return linkParts(text)
    .filter(({ href }) => href !== undefined)
    .map(({ text: shown }) => shown)
}

describe('linkParts', () => {
  it('leaves plain text in one part', () => {
    expect(linkParts('Когда ждать плед 150×200?')).toEqual([{ text: 'Когда ждать плед 150×200?' }])
    expect(linkParts('')).toEqual([])
  })

  it('keeps every character of the text', () => {
    const text = 'Трек (https://example.com/a?b=c#d), почта: ask@example.com, +7 900 000-01-42. Ждём!'
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('finds web addresses, mail and phones', () => {
    expect(hrefs('https://example.com/track/4187')).toEqual(['https://example.com/track/4187'])
    expect(hrefs('www.example.com')).toEqual(['https://www.example.com'])
    expect(hrefs('ask@example.com')).toEqual(['mailto:ask@example.com'])
    expect(hrefs('mailto:ask@example.com')).toEqual(['mailto:ask@example.com'])
    expect(hrefs('+7 900 000-01-42')).toEqual(['tel:+79000000142'])
  })

  it('leaves what ends the sentence out of the address', () => {
    expect(links('См. https://example.com/a.')).toEqual(['https://example.com/a'])
    expect(links('(https://example.com/a_(b))')).toEqual(['https://example.com/a_(b)'])
    expect(links('«https://example.com»')).toEqual(['https://example.com'])
  })

  it('never makes a link of another scheme', () => {
    const hostile = [
      'javascript:alert(1)',
      'data:text/html,<b>',
      'vbscript:x',
      'file:///etc/passwd',
      'JAVASCRIPT://%0aalert(1)',
    ]
    expect(hostile.flatMap(hrefs).filter((href) => href !== undefined)).toEqual([])
  })

  it('ends an address where the direction of reading is turned', () => {
    const text = 'https://example.com/\u202egpj.exe и mailto:a@example.com\u2067b'
    expect(hrefs(text)).toEqual(['https://example.com/', undefined, 'mailto:a@example.com', undefined])
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('shows hostile text as it is', () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      '{{ constructor.constructor("alert(1)")() }}',
      `Z${'\u0337\u0322\u031b'.repeat(500)}algo`,
      'ж'.repeat(100_000),
      'data:text/html;base64,PHNjcmlwdD4=',
    ]
    for (const text of hostile) expect(linkParts(text)).toEqual([{ text }])
  })

  it('is quick on long hostile text', () => {
    const startedAt = Date.now()
    linkParts('a@'.repeat(10_000))
    linkParts('+7 '.repeat(10_000))
    linkParts('https://'.repeat(3_000))
    expect(Date.now() - startedAt).toBeLessThan(1000)
  })
})
