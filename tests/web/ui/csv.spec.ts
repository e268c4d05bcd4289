import { describe, expect, it } from 'vitest'
import { csv } from '#web/ui/csv.ts'

/** Without the mark, which every file begins with. */
function line(...cells: string[]): string {
  return csv([cells]).slice(1)
}

describe('csv', () => {
  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(csv([]).charCodeAt(0)).toBe(0xfeff)
  })

  it('ends every row as RFC 4180 has it', () => {
    expect(csv([['Кто', 'Что'], ['Ольга']]).slice(1)).toBe('Кто,Что\r\nОльга\r\n')
  })

  it.each(['=1+1', '+7 900', '-2', '@sum', '\ttab', '\rcr'])('does not let %j be a formula', (value) => {
    expect(line(value)).toContain(`'${value}`)
  })

  it('leaves a sign inside a text alone', () => {
    expect(line('a=1')).toBe('a=1\r\n')
  })

  it('quotes separators and line breaks, and doubles quotes', () => {
    expect(line('a,b', 'c;d', 'две\nстроки', 'ООО "Дом"')).toBe('"a,b","c;d","две\nстроки","ООО ""Дом"""\r\n')
  })

  it('quotes a formula that holds a quote', () => {
    expect(line('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"\r\n')
  })
})
