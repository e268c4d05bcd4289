/** A door refused what came in; `issues` name the fields, never their values. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError'
  readonly issues: readonly string[]

  constructor(issues: readonly string[]) {
    super(`invalid input: ${issues.join('; ')}`)
    this.issues = issues
  }
}
