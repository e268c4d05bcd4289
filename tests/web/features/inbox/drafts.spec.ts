import { beforeEach, describe, expect, it, vi } from 'vitest'
import { companyIdSchema, conversationIdSchema, userIdSchema } from '#shared/domain/ids.ts'

const place = {
  companyId: companyIdSchema.parse('company'),
  conversationId: conversationIdSchema.parse('conversation'),
}
const KEY = 'pact.draft.olga.company.conversation'

/** The page as it is after a reload. */
async function reloaded(person = 'olga') {
  vi.resetModules()
  const { keepPerson } = await import('#web/stores/keptPerson.ts')
  keepPerson(userIdSchema.parse(person))
  return import('#web/features/inbox/drafts.ts')
}

beforeEach(() => {
  localStorage.clear()
})

describe('a draft', () => {
  it('survives a reload, reply and note apart', async () => {
    const before = await reloaded()
    before.writeDraft(place, 'Да, ')
    before.writeNoteDraft(place, 'Спросить склад')
    window.dispatchEvent(new Event('pagehide'))
    const after = await reloaded()
    expect([after.draftOf(place), after.noteDraftOf(place)]).toEqual(['Да, ', 'Спросить склад'])
    expect(after.allDrafts().get('company.conversation')).toMatchObject({ isSaved: false })
  })

  it('of blanks is none', async () => {
    const { draftOf, writeDraft } = await reloaded()
    writeDraft(place, 'Да')
    writeDraft(place, ' \n')
    expect(draftOf(place)).toBe('')
  })

  it('tells who listens of every change made here, and of no other', async () => {
    const { onDraftWritten, putDraft, writeDraft } = await reloaded()
    const told: string[] = []
    onDraftWritten((key) => told.push(key))
    writeDraft(place, 'Да')
    writeDraft(place, 'Да')
    putDraft('company.conversation', { text: 'Нет', note: '', at: 1, isSaved: true })
    expect(told).toEqual(['company.conversation'])
  })

  it('that was sent is kept until the server forgets it, too', async () => {
    const { allDrafts, putDraft, writeDraft } = await reloaded()
    writeDraft(place, 'Да')
    writeDraft(place, '')
    const empty = allDrafts().get('company.conversation')
    expect(empty).toMatchObject({ text: '', isSaved: false })
    putDraft('company.conversation', { text: '', note: '', at: 1, isSaved: true })
    window.dispatchEvent(new Event('pagehide'))
    expect(allDrafts().size).toBe(0)
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('is nobody else’s', async () => {
    const { writeDraft } = await reloaded()
    writeDraft(place, 'Да')
    window.dispatchEvent(new Event('pagehide'))
    const { allDrafts } = await reloaded('irina')
    expect(allDrafts().size).toBe(0)
  })

  it.each([
    ['of who has signed out', undefined],
    ['of a company he is removed from', place.companyId],
  ])('%s is written down no more', async (_, companyId) => {
    const { draftOf, writeDraft } = await reloaded()
    const { forgetTraces } = await import('#web/stores/forgetTraces.ts')
    writeDraft(place, 'Да')
    forgetTraces(companyId)
    window.dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem(KEY)).toBeNull()
    expect(draftOf(place)).toBe('')
  })

  it('is written down no more once another tab has signed him out', async () => {
    const { writeDraft } = await reloaded()
    writeDraft(place, 'Да')
    localStorage.clear()
    window.dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('of an older page is its text alone', async () => {
    localStorage.setItem(KEY, 'Анна, обменяем')
    const { draftOf } = await reloaded()
    expect(draftOf(place)).toBe('Анна, обменяем')
  })
})
