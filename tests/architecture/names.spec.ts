import { describe, expect, it } from 'vitest'
import { exportsOf, nameOf, sourceFiles } from './sourceFiles.ts'

const sources = sourceFiles('{shared,channels,crm,functions/src,web/src,web/widget,tools}/**/*.ts').filter(
  (path) => !path.endsWith('.d.ts'),
)
const components = sourceFiles('web/**/*.vue')
const everything = [...sources, ...components, ...sourceFiles('tests/**/*.ts')]

/** A name that says where something was left, not what it is. */
const EMPTY_NAME = /^(?:utils?|helpers?|common|misc|managers?|services?|data|info)$/i

/** Files named by what they are for rather than by what they export. */
const NAMED_BY_ROLE: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^(?:channels|crm)\/[^/]+\//, 'every channel folder has the same files'],
  [/^functions\/src\/(?:callables|http|triggers)\//, 'a door is named by the noun it opens to'],
  [/^shared\/api\//, 'contracts stand together by the noun they are about'],
  [/\/messages\.ts$/, 'the texts of a feature'],
  [/^web\/src\/app\//, 'a part of the program bears the name of what it sets up'],
]

function isNamedByRole(path: string): boolean {
  return NAMED_BY_ROLE.some(([pattern]) => pattern.test(path))
}

/** `equalSecrets.ts` exports `equalSecrets`; in `shared`, `webhook.ts` may hold what a `WebhookRequest` is. */
function sharesAName(path: string): boolean {
  const own = nameOf(path).toLowerCase()
  const names = exportsOf(path).map((name) => name.toLowerCase())
  return path.startsWith('shared/') ? names.some((name) => name.includes(own)) : names.includes(own)
}

/** Several exports are a family: their file bears the family's name. One alone gives its own. */
function bearsAnothersName(path: string): boolean {
  return exportsOf(path).length === 1 && !sharesAName(path)
}

describe('names', () => {
  it('are read from the whole tree', () => {
    expect(everything.length).toBeGreaterThan(100)
    expect(exportsOf('shared/domain/team.ts')).toEqual(['teamSchema', 'Team', 'TEAM_NAME_MAX_LENGTH'])
  })

  it('say what a file or folder is', () => {
    const words = (path: string): string[] => path.split('/').map((part) => part.replace(/\..*$/, ''))
    expect(everything.filter((path) => words(path).some((word) => EMPTY_NAME.test(word)))).toEqual([])
  })

  it('of files are those of their only exports', () => {
    expect(sources.filter((path) => !isNamedByRole(path)).filter(bearsAnothersName)).toEqual([])
  })

  it('of components are capitalised', () => {
    expect(components.filter((path) => !/^(?:[A-Z][a-z0-9]*)+$/.test(nameOf(path)))).toEqual([])
  })

  it('of types carry no prefix', () => {
    const prefixed = sources.flatMap((path) => exportsOf(path).filter((name) => /^I[A-Z][a-z]/.test(name)))
    expect(prefixed).toEqual([])
  })
})
