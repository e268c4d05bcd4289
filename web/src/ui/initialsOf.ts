/** One or two letters of a name; `#` when all that is known is a phone. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .map(firstLetter)
    .filter((letter) => letter !== '')
  if (words.length === 0) return '#'
  return `${words[0] ?? ''}${words[1] ?? ''}`.toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return /\p{L}/u.exec(word)?.[0] ?? ''
}
