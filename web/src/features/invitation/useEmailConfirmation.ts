import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { DomainError } from '#shared/domain/DomainError.ts'
import { CONFIRM_EMAIL_PATH } from '#shared/domain/pagePaths.ts'
import { forgetLinkToken, linkToken } from '#web/stores/linkToken.ts'

export type ConfirmationState =
  | { readonly status: 'asking' | 'busy' | 'unreachable' | 'notFound' | 'expired' | 'taken' }
  | { readonly status: 'done'; readonly email: string }

export interface EmailConfirmation {
  readonly state: Readonly<ShallowRef<ConfirmationState>>
  /** Only a press confirms: programs that look through mail open links. */
  confirm(): Promise<void>
}

const live = async (token: string) => (await import('#web/firebase/account.ts')).confirmEmail(token)

/** The address this tab was opened to confirm. */
export function useEmailConfirmation(
  confirmEmail: (token: string) => Promise<{ email: string }> = live,
): EmailConfirmation {
  const token = linkToken(CONFIRM_EMAIL_PATH)
  const state = shallowRef<ConfirmationState>({ status: token ? 'asking' : 'notFound' })

  async function confirm(): Promise<void> {
    state.value = { status: 'busy' }
    try {
      const { email } = await confirmEmail(token)
      forgetLinkToken(CONFIRM_EMAIL_PATH)
      state.value = { status: 'done', email }
    } catch (error) {
      state.value = { status: statusAfter(error) }
    }
  }

  return { state, confirm }
}

function statusAfter(error: unknown): 'unreachable' | 'notFound' | 'expired' | 'taken' {
  if (!(error instanceof DomainError)) return 'unreachable'
  if (error.code === 'codeExpired') return 'expired'
  return error.code === 'emailTaken' ? 'taken' : 'notFound'
}
