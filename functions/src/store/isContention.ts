/** google.rpc.Code. */
const INVALID_ARGUMENT = 3
const ABORTED = 10

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined
}

/**
 * Under contention the emulator ends a transaction of which other reads are under way; they fail with these words
 * (https://github.com/firebase/firebase-tools/issues/4473). Firestore says it has expired, and the SDK tries again.
 */
export function isTransactionClosed(error: unknown): boolean {
  return (
    error instanceof Error &&
    codeOf(error) === INVALID_ARGUMENT &&
    error.message.includes('Transaction is invalid or closed')
  )
}

/** What is left after all tries. */
export function isContention(error: unknown): boolean {
  return isTransactionClosed(error) || (error instanceof Error && codeOf(error) === ABORTED)
}
