import { describe, expect, it } from 'vitest'
import { TAGS_MAX_COUNT } from '#shared/domain/tag.ts'
import { contactIdSchema } from '#shared/domain/ids.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { hasRoom, shareOf, tagChanges } from '#web/features/inbox/tagging/tagChanges.ts'

const row = (id: string, contact: string, tags: string[]) =>
  aConversationRow(id, { contactId: contactIdSchema.parse(contact), tags })

describe('tags of several contacts', () => {
  it('are added and taken, and the others stay', () => {
    const rows = [row('a', 'anna', ['опт', 'vip']), row('p', 'petr', [])]
    const changes = tagChanges(rows, { add: ['подарок'], remove: ['vip'] })
    expect(changes.map(({ to }) => to)).toEqual([['опт', 'подарок'], ['подарок']])
    expect(changes.map(({ from }) => from)).toEqual([['опт', 'vip'], []])
  })

  it('change once a contact, however many of his conversations are marked', () => {
    const rows = [row('a', 'anna', []), row('b', 'anna', [])]
    expect(tagChanges(rows, { add: ['опт'], remove: [] })).toHaveLength(1)
  })

  it('that are so already are no change', () => {
    expect(tagChanges([row('a', 'anna', ['опт'])], { add: ['опт'], remove: ['vip'] })).toEqual([])
  })

  it('are no more than a contact holds', () => {
    const full = Array.from({ length: TAGS_MAX_COUNT }, (_, at) => `т${String(at)}`)
    const [more] = tagChanges([row('a', 'anna', full)], { add: ['опт'], remove: [] })
    const [other] = tagChanges([row('a', 'anna', full)], { add: ['опт'], remove: ['т0'] })
    expect([more && hasRoom(more), other && hasRoom(other)]).toEqual([false, true])
  })
})

describe('a tag', () => {
  it.each([
    ['all', ['опт'], ['опт']],
    ['some', ['опт'], []],
    ['none', [], []],
  ] as const)('%s of them have', (share, first, second) => {
    const rows = [row('a', 'anna', [...first]), row('p', 'petr', [...second])]
    expect(shareOf(rows, 'опт')).toBe(share)
  })
})
