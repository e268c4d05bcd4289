import type { ConnectField } from '#channels/manifest.ts'
import { t } from './messages.ts'

export interface FieldState {
  value: string
  error: string
  /** What checking a secret found out: «Токен подходит: @bot». */
  finding: string
}

export function emptyField(): FieldState {
  return { value: '', error: '', finding: '' }
}

/** Looks at a field's form and says so in it. */
export function checkForm({ pattern }: ConnectField, state: FieldState): boolean {
  state.finding = ''
  state.error = new RegExp(pattern).test(state.value.trim()) ? '' : t('malformed')
  return state.error === ''
}
