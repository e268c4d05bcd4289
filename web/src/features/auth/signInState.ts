/** Handed to the sign-in page in the history's state: no address and no log ever shows it. */
export interface SignInState {
  /** To begin with. */
  readonly phone: string
  /** Signs in to move one's account to this phone; '' signs in as usual. */
  readonly phoneChange: string
}

/** What the page was opened with. Anything may stand in a history's state. */
export function signInState(state: unknown): SignInState {
  const given: object = typeof state === 'object' && state !== null ? state : {}
  return { phone: textAt(given, 'phone'), phoneChange: textAt(given, 'phoneChange') }
}

function textAt(given: object, key: string): string {
  const value: unknown = Reflect.get(given, key)
  return typeof value === 'string' ? value : ''
}
