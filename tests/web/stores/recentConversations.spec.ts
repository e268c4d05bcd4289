import { beforeEach, describe, expect, it } from 'vitest'
import { companyIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { keepPerson } from '#web/stores/keptPerson.ts'
import { noteOpened, recentConversations } from '#web/stores/recentConversations.ts'

const teply = companyIdSchema.parse('teply')
const bereg = companyIdSchema.parse('bereg')

function open(name: string, openedAt: number, companyId = teply): void {
  noteOpened({ companyId, conversationId: conversationIdSchema.parse(name), contactId: name, name, openedAt })
}
const names = (...companies: (typeof teply)[]) => recentConversations(companies).map(({ name }) => name)

describe('conversations opened last', () => {
  beforeEach(() => {
    localStorage.clear()
    keepPerson(userIdSchema.parse('olga'))
  })

  it('are five, the last one first, each once', () => {
    for (const [at, name] of ['a', 'b', 'c', 'd', 'e', 'f', 'b'].entries()) open(name, at)
    expect(names(teply)).toEqual(['b', 'f', 'e', 'd', 'c'])
  })

  it('are those of the companies asked about, in one order', () => {
    open('a', 1)
    open('b', 2, bereg)
    open('c', 3)
    expect(names(teply, bereg)).toEqual(['c', 'b', 'a'])
    expect(names(bereg)).toEqual(['b'])
  })

  it('are none where what was kept cannot be read', () => {
    localStorage.setItem('pact.recent.olga.teply', '[{"name":7}]')
    expect(names(teply)).toEqual([])
  })

  it('are nobody else’s, and none are added for who has gone', () => {
    open('a', 1)
    localStorage.removeItem('pact.person')
    open('b', 2)
    expect(names(teply)).toEqual(['a'])
    keepPerson(userIdSchema.parse('irina'))
    expect(names(teply)).toEqual([])
  })
})
