import { describe, expect, it } from 'vitest'
import { noteStateWords } from '#web/features/inbox/notes/noteStateWords.ts'

describe('what is said of a note’s state', () => {
  it('is nothing once the server has it', () => {
    expect(noteStateWords({ isPending: false })).toBe('')
  })

  it('tells one on its way from one that was refused', () => {
    expect(noteStateWords({ isPending: true })).toBe('Ещё не сохранена')
    expect(noteStateWords({ isPending: true, refusal: 'unknown' })).toBe('Не сохранилась')
  })
})
