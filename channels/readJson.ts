import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'

/** Deeper than any provider's payload; recursion over it stays harmless. */
const MAX_DEPTH = 64

/** The body as JSON. Throws InvalidInputError when it is none, or nested beyond reason. */
export function readJson({ rawBody }: WebhookRequest): unknown {
  const text = new TextDecoder().decode(rawBody)
  if (nestingOf(text) > MAX_DEPTH) throw new InvalidInputError(['body: nested too deep'])
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new InvalidInputError(['body: not JSON'])
  }
}

/** Counts brackets outside strings, before a parser recurses. */
function nestingOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}
