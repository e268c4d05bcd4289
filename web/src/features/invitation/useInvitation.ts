import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Role } from '#shared/domain/member.ts'
import { INVITATION_PATH } from '#shared/domain/pagePaths.ts'
import { forgetLinkToken, linkToken } from '#web/stores/linkToken.ts'
import { invitationRefusal } from './invitationRefusal.ts'
import type { InvitationRefusal } from './invitationRefusal.ts'
import { t } from './messages.ts'

interface InvitationWords {
  readonly companyNames: readonly string[]
  readonly role: Role
  readonly invitedByName: string
}

export type InvitationState =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'refused'; readonly refusal: InvitationRefusal }
  | { readonly status: 'open'; readonly invitation: InvitationWords }

/** What the server says of a link. */
export interface InvitationLink {
  readInvitation(token: string): Promise<InvitationWords>
  acceptInvitation(token: string, name: string): Promise<{ companyId: CompanyId }>
}

export interface InvitationUse {
  readonly state: Readonly<ShallowRef<InvitationState>>
  readonly isBusy: Readonly<ShallowRef<boolean>>
  readonly problem: Readonly<ShallowRef<string>>
  read(): Promise<void>
  /** Joins; null when the link has been refused meanwhile or the server is away. */
  accept(name: string): Promise<CompanyId | null>
}

const live: InvitationLink = {
  readInvitation: async (token) => (await import('#web/firebase/invitationLink.ts')).readInvitation(token),
  acceptInvitation: async (token, name) =>
    (await import('#web/firebase/invitationLink.ts')).acceptInvitation(token, name),
}

/** The invitation this tab was opened with. */
export function useInvitation(link: InvitationLink = live): InvitationUse {
  const state = shallowRef<InvitationState>({ status: 'loading' })
  const isBusy = shallowRef(false)
  const problem = shallowRef('')
  const token = linkToken(INVITATION_PATH)

  /** Tells whether it was the link's fault. */
  function refuse(error: unknown): boolean {
    const refusal = invitationRefusal(error)
    if (refusal === null) return false
    forgetLinkToken(INVITATION_PATH)
    state.value = { status: 'refused', refusal }
    return true
  }

  async function read(): Promise<void> {
    state.value = token ? { status: 'loading' } : { status: 'refused', refusal: 'notFound' }
    if (!token) return
    try {
      state.value = { status: 'open', invitation: await link.readInvitation(token) }
    } catch (error) {
      if (!refuse(error)) state.value = { status: 'failed' }
    }
  }

  async function accept(name: string): Promise<CompanyId | null> {
    isBusy.value = true
    problem.value = ''
    try {
      const { companyId } = await link.acceptInvitation(token, name.trim())
      forgetLinkToken(INVITATION_PATH)
      return companyId
    } catch (error) {
      if (!refuse(error)) problem.value = t('unreachable')
      return null
    } finally {
      isBusy.value = false
    }
  }

  return { state, isBusy, problem, read, accept }
}
