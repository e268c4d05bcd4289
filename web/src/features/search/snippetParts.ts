interface Range {
  readonly start: number
  readonly end: number
}

interface SnippetPart {
  readonly text: string
  readonly isFound: boolean
}

/** A line in pieces, those that were found apart from the others. */
export function snippetParts(text: string, ranges: readonly Range[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let at = 0
  for (const { start, end } of ranges) {
    parts.push(
      { text: text.slice(at, start), isFound: false },
      { text: text.slice(start, end), isFound: true },
    )
    at = end
  }
  return [...parts, { text: text.slice(at), isFound: false }].filter((part) => part.text !== '')
}
