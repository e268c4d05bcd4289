const COLOURS = 8

/** A number from 1 to 8 that stays the same for the same id: which of the eight quiet colours it wears. */
export function colourOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return ((hash >>> 0) % COLOURS) + 1
}
