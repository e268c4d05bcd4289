export type Fields = Readonly<Record<string, unknown>>

/** A document with some fields changed; those changed to undefined are left out. */
export function overlay(base: Fields, change: Fields = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...base, ...change }).filter(([, value]) => value !== undefined))
}
