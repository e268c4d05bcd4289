/** What a listener's snapshot tells of where it comes from. */
export interface HeardSnapshot {
  readonly metadata: { readonly fromCache: boolean }
  docChanges(): readonly {
    readonly type: 'added' | 'modified' | 'removed'
    readonly doc: { readonly metadata: { readonly hasPendingWrites: boolean } }
  }[]
}

/**
 * Tells which snapshots of one listener prove that the server has been heard. What is written here raises snapshots,
 * too, and they do not count as read from memory: a dead wire would go unnoticed while somebody types.
 */
export function createHearing(): (snapshot: HeardSnapshot) => boolean {
  let wasVouchedFor = false
  return (snapshot) => {
    const isVouchedFor = !snapshot.metadata.fromCache
    const isAnew = isVouchedFor && !wasVouchedFor
    wasVouchedFor = isVouchedFor
    return isAnew || (isVouchedFor && snapshot.docChanges().some(isOfServer))
  }
}

function isOfServer({ type, doc }: ReturnType<HeardSnapshot['docChanges']>[number]): boolean {
  return type !== 'removed' && !doc.metadata.hasPendingWrites
}
