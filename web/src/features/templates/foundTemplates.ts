import type { Template } from '#shared/domain/template.ts'

type Searched = Pick<Template, 'name' | 'text' | 'lastUsedAt'>

function folded(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim()
}

/** 0 is nearest: the name begins so, a word of it does, the name has it somewhere, the text has it; null is not at all. */
function distance({ name, text }: Searched, sought: string): number | null {
  const title = folded(name)
  if (title.startsWith(sought)) return 0
  if (title.includes(` ${sought}`)) return 1
  if (title.includes(sought)) return 2
  return folded(text).includes(sought) ? 3 : null
}

function byUse(a: Searched, b: Searched): number {
  return (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || a.name.localeCompare(b.name, 'ru')
}

/** The templates that match, nearest first, then those used last. */
export function foundTemplates<T extends Searched>(templates: readonly T[], query: string): T[] {
  const sought = folded(query)
  return templates
    .map((template) => ({ template, distance: distance(template, sought) }))
    .filter((each) => each.distance !== null)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || byUse(a.template, b.template))
    .map(({ template }) => template)
}
