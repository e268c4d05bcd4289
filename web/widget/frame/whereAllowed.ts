/** Browsers that block storage throw at the first touch: then there is nothing. */
export function whereAllowed<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}
