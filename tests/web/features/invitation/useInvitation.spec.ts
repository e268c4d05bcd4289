import { beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { DomainErrorCode } from '#shared/domain/DomainError.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { useInvitation } from '#web/features/invitation/useInvitation.ts'
import type { InvitationLink } from '#web/features/invitation/useInvitation.ts'
import { keepLinkToken, linkToken } from '#web/stores/linkToken.ts'

const TOKEN = 'a'.repeat(43)
const COMPANY = companyIdSchema.parse('7f838148cfb41d78f1402981bbdfd11e')
const invitation = { companyNames: ['Тёплый дом'], role: 'operator', invitedByName: 'Ольга' } as const

function linkWith(answers: Partial<InvitationLink>): InvitationLink {
  return {
    readInvitation: () => Promise.resolve(invitation),
    acceptInvitation: () => Promise.resolve({ companyId: COMPANY }),
    ...answers,
  }
}

const refusing = (code: DomainErrorCode) => () => Promise.reject(new DomainError(code))

describe('an invitation', () => {
  beforeEach(() => {
    sessionStorage.clear()
    keepLinkToken('/invitation', TOKEN)
  })

  it('says who asks into what', async () => {
    const { state, read } = useInvitation(linkWith({}))
    await read()
    expect(state.value).toEqual({ status: 'open', invitation })
  })

  it('keeps its token until it is used', async () => {
    const { read, accept } = useInvitation(linkWith({}))
    await read()
    expect(linkToken('/invitation')).toBe(TOKEN)
    expect(await accept('  Новый  ')).toBe(COMPANY)
    expect(linkToken('/invitation')).toBe('')
  })

  it.each(['notFound', 'invitationUsed', 'invitationRevoked', 'invitationExpired'] as const)(
    'that is %s has a page of its own, and its token goes',
    async (code) => {
      const { state, read } = useInvitation(linkWith({ readInvitation: refusing(code) }))
      await read()
      expect(state.value).toEqual({ status: 'refused', refusal: code })
      expect(linkToken('/invitation')).toBe('')
    },
  )

  it('may be revoked between reading and joining', async () => {
    const { state, read, accept } = useInvitation(
      linkWith({ acceptInvitation: refusing('invitationRevoked') }),
    )
    await read()
    expect(await accept('Новый')).toBeNull()
    expect(state.value).toEqual({ status: 'refused', refusal: 'invitationRevoked' })
  })

  it('stays open when the server is away', async () => {
    const away = () => Promise.reject(new Error('offline'))
    const { state, problem, read, accept } = useInvitation(linkWith({ acceptInvitation: away }))
    await read()
    expect(await accept('Новый')).toBeNull()
    expect(state.value.status).toBe('open')
    expect(problem.value).toContain('Проверьте связь')
    expect(linkToken('/invitation')).toBe(TOKEN)
  })

  it.each(['', 'abc', '<script>'])('with %j for a token asks nobody', async (token) => {
    keepLinkToken('/invitation', token)
    const asked: string[] = []
    const { state, read } = useInvitation(
      linkWith({
        readInvitation(given) {
          asked.push(given)
          return Promise.resolve(invitation)
        },
      }),
    )
    await read()
    expect(state.value).toEqual({ status: 'refused', refusal: 'notFound' })
    expect(asked).toEqual([])
  })
})
