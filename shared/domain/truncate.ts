/** The first `length` UTF-16 units, never ending in half a character: Firestore refuses a broken pair. */
export function truncate(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
