/** Another order than the given one, the same each time. */
export function shuffled<T>(items: readonly T[]): T[] {
  const odd = items.filter((_, index) => index % 2 === 1)
  const even = items.filter((_, index) => index % 2 === 0)
  return [...odd.reverse(), ...even.reverse()]
}
