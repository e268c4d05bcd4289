export interface TextPart {
  readonly text: string
  /** Absent for plain text. */
  readonly href?: string
}

/** Signs that turn the direction of what follows end an address: it must read as it leads. */
const LINK =
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>"«»\u202a-\u202e\u2066-\u2069]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d\u00a0 ()-]{8,18}\d/giu

/** What ends a sentence rather than an address. */
const TRAILING = /[.,:;!?'…]+$/u

/** Splits a text into plain parts and links; only http, https, mailto and tel ever become one. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = withoutTrailing(found)
    const href = hrefOf(link)
    if (!href) continue
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: link, href })
    end = index + link.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** A closing bracket belongs to the address only if it was opened there. */
function withoutTrailing(found: string): string {
  let link = found.replace(TRAILING, '')
  while (link.endsWith(')') && count(link, ')') > count(link, '('))
    link = link.slice(0, -1).replace(TRAILING, '')
  return link
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}

function hrefOf(link: string): string | null {
  if (/^https?:\/\/[^/\s]/iu.test(link)) return link
  if (/^mailto:./iu.test(link)) return link
  if (/^www\.[^.\s]+\./iu.test(link)) return `https://${link}`
  if (link.startsWith('+')) return `tel:${link.replace(/[^+\d]/gu, '')}`
  return /^[^@\s]+@[^@\s]+$/u.test(link) ? `mailto:${link}` : null
}
