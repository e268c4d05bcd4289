const COLOUR = /^#[0-9a-fA-F]{6}$/

/** The one way colours are written here; anything else is left out, wherever it comes from. */
export function isColour(value: unknown): value is string {
  return typeof value === 'string' && COLOUR.test(value)
}
