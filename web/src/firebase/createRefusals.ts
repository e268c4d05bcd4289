/** One of a snapshot's changes, as far as it tells of refusals. */
export interface ListenedChange {
  readonly type: 'added' | 'modified' | 'removed'
  readonly doc: { readonly id: string; readonly metadata: { readonly hasPendingWrites: boolean } }
}

/**
 * Gives the ids of what was written here and goes before it was ever vouched for: the server has refused it, unless it
 * comes back (`createReturns`). What was vouched for and goes has only left the listener's window.
 */
export function createRefusals(): (changes: readonly ListenedChange[]) => string[] {
  const pending = new Set<string>()
  return (changes) =>
    changes
      .filter(({ type, doc }) => {
        const wasPending = pending.delete(doc.id)
        if (type !== 'removed' && doc.metadata.hasPendingWrites) pending.add(doc.id)
        return type === 'removed' && wasPending
      })
      .map(({ doc }) => doc.id)
}
