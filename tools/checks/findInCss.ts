interface Check {
  readonly name: string
  readonly pattern: RegExp
}

/** Where a browser drops the whole rule, or all within, with what else it says. */
const CHECKS: readonly Check[] = [
  { name: '@layer', pattern: /@layer\b/ },
  { name: '@container', pattern: /@container\b/ },
  { name: '@scope', pattern: /@scope\b/ },
  { name: ':has()', pattern: /:has\(/ },
  { name: 'nested rule', pattern: /[{;}]\s*&/ },
  { name: 'media range', pattern: /@media[^{]*[<>]/ },
]

/** Values that need a plainer one before them in the same rule. Custom properties keep any value. */
const VALUES_WITH_FALLBACK =
  /(?<![-\w])(?<property>[a-z][a-z-]*):[^;{}]*(?:color-mix\(|oklch\(|\b\d+(?:\.\d+)?[dsl]v[hw]\b)/g

/** What the oldest promised browsers would drop of a stylesheet. */
export function findInCss(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
  const found = CHECKS.flatMap(({ name, pattern }) => {
    const match = pattern.exec(plain)
    return match ? [`${name}: ${excerpt(plain, match.index)}`] : []
  })
  return [...found, ...mixedSelectors(plain), ...withoutFallback(plain)]
}

/** Safari below 15.4 knows no :focus-visible and drops the other selectors of its list as well. */
function mixedSelectors(css: string): string[] {
  const lists = [...css.matchAll(/(?<=[{};]|^)[^{};@]+(?=\{)/g)].map(([list]) => list)
  return lists
    .filter((list) => list.includes(':focus-visible'))
    .filter((list) => !list.split(/,(?![^()]*\))/).every((selector) => selector.includes(':focus-visible')))
    .map((list) => `:focus-visible in a list with others: ${list.trim().slice(0, 100)}`)
}

function withoutFallback(css: string): string[] {
  const rules = css.match(/\{[^{}]*\}/g) ?? []
  return rules.flatMap((rule) =>
    [...rule.matchAll(VALUES_WITH_FALLBACK)]
      .filter(
        (match) =>
          !rule
            .slice(1, match.index)
            .split(';')
            .some((earlier) => earlier.trim().startsWith(`${match.groups?.['property'] ?? ''}:`)),
      )
      .map((match) => `no fallback: ${match[0].slice(0, 100)}`),
  )
}

function excerpt(css: string, at: number): string {
  return css.slice(Math.max(0, at - 60), at + 80).replace(/\s+/g, ' ')
}
