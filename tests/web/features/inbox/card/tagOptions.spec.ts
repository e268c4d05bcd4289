import { describe, expect, it } from 'vitest'
import { tagOptions } from '#web/features/inbox/card/tagOptions.ts'

const KNOWN = ['VIP', 'опт', 'подарок', 'повторный', 'Ёлка']
const names = (own: readonly string[], typed: string) =>
  tagOptions(KNOWN, own, typed).map(({ name, isNew }) => (isNew ? `+${name}` : name))

describe('the tags on offer', () => {
  it('are those the contact has not', () => {
    expect(names(['опт', 'vip'], '')).toEqual(['подарок', 'повторный', 'Ёлка'])
  })

  it('fit what was typed, beginnings first', () => {
    expect(names([], 'по')).toEqual(['подарок', 'повторный', '+по'])
    expect(names([], 'п')).toEqual(['подарок', 'повторный', 'опт', '+п'])
  })

  it('have no second spelling of one that is there', () => {
    expect(names([], ' vip ')).toEqual(['VIP'])
    expect(names([], 'елка')).toEqual(['Ёлка'])
    expect(names(['VIP'], 'Vip')).toEqual([])
  })

  it('offer to make what nobody has, tidied', () => {
    expect(names([], '  ждёт   посылку ')).toEqual(['+ждёт посылку'])
  })

  it('are eight at most', () => {
    const many = Array.from({ length: 20 }, (_, at) => `тег ${String(at)}`)
    expect(tagOptions(many, [], 'тег')).toHaveLength(9)
  })
})
