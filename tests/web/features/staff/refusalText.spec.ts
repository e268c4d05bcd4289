import { describe, expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { refusalText } from '#web/features/staff/refusalText.ts'

describe('refusal', () => {
  it('says why the last admin stays', () => {
    expect(refusalText(new DomainError('lastAdmin'))).toContain('Единственный администратор')
  })

  it('names who is in the company already', () => {
    const text = refusalText(new DomainError('alreadyMember', { email: 'olga@example.com' }))
    expect(text).toBe('olga@example.com: уже в компании')
  })

  it('does not blame the connection for a day’s last letter', () => {
    expect(refusalText(new DomainError('tooManyAttempts', { minutes: 600 }))).toContain('завтра')
  })

  it('asks to look again where something is gone', () => {
    expect(refusalText(new DomainError('notFound'))).toContain('уже нет')
  })

  it('speaks of the connection where nothing is known', () => {
    expect(refusalText(new Error('internal'))).toContain('Проверьте связь')
  })
})
