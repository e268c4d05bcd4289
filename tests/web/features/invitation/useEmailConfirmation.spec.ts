import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import { useEmailConfirmation } from '#web/features/invitation/useEmailConfirmation.ts'
import { keepLinkToken, linkToken } from '#web/stores/linkToken.ts'

const TOKEN = 'b'.repeat(43)

describe('confirming an address', () => {
  beforeEach(() => {
    sessionStorage.clear()
    keepLinkToken('/confirm-email', TOKEN)
  })

  it('asks for a press and only then the server', async () => {
    const asked: string[] = []
    const { state, confirm } = useEmailConfirmation((token) => {
      asked.push(token)
      return Promise.resolve({ email: 'olga@example.ru' })
    })
    expect([state.value.status, asked]).toEqual(['asking', []])
    await confirm()
    expect(asked).toEqual([TOKEN])
    expect(state.value).toEqual({ status: 'done', email: 'olga@example.ru' })
    expect(linkToken('/confirm-email')).toBe('')
  })

  it.each([
    [new DomainError('notFound'), 'notFound'],
    [new DomainError('codeExpired'), 'expired'],
    [new DomainError('emailTaken'), 'taken'],
    [new Error('offline'), 'unreachable'],
  ] as const)('after %s is %s', async (error, status) => {
    const { state, confirm } = useEmailConfirmation(() => Promise.reject(error))
    await confirm()
    expect(state.value.status).toBe(status)
  })

  it('knows a link without a token', () => {
    sessionStorage.clear()
    expect(useEmailConfirmation().state.value.status).toBe('notFound')
  })
})
