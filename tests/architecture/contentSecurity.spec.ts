import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  ACCOUNT_PATH,
  ALL_COMPANIES_PATH,
  CONFIRM_EMAIL_PATH,
  INVITATION_PATH,
  REGISTER_PATH,
  SIGN_IN_PATH,
} from '#shared/domain/pagePaths.ts'
import { readSource } from './sourceFiles.ts'

interface HeaderRule {
  readonly source: string
  readonly headers: readonly { readonly key: string; readonly value: string }[]
}

const { hosting } = JSON.parse(readSource('firebase.json')) as {
  hosting: { headers: readonly HeaderRule[] }
}

const policies = hosting.headers.flatMap(({ source, headers }) =>
  headers.filter(({ key }) => key === 'Content-Security-Policy').map(({ value }) => [source, value] as const),
)

function sourcesOf(policy: string, directive: string): string[] {
  const found = policy.split('; ').find((each) => each.startsWith(`${directive} `))
  return found?.split(' ').slice(1) ?? []
}

const inlineScripts = [...readSource('web/index.html').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
  ([, text]) => text ?? '',
)
const hashes = inlineScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)

describe('what the page may load', () => {
  it('is said for the start page and for every other', () => {
    const [start, others] = policies.map(([source]) => source)
    expect(start).toBe('/')
    const own = [ACCOUNT_PATH, ALL_COMPANIES_PATH, CONFIRM_EMAIL_PATH, INVITATION_PATH, REGISTER_PATH]
    const named = /@\(([^)]*)\)/.exec(others ?? '')?.[1]?.split('|')
    expect(named?.map((name) => `/${name}`)).toEqual([...own, SIGN_IN_PATH, '/c'].sort())
  })

  it('is the same everywhere', () => {
    expect(new Set(policies.map(([, policy]) => policy)).size).toBe(1)
  })

  it.each(policies)(
    'at %s are our own scripts, the theme’s by its hash, and the one CAPTCHA',
    (_, policy) => {
      expect(hashes).toHaveLength(1)
      expect(sourcesOf(policy, 'script-src')).toEqual([
        "'self'",
        ...hashes,
        'https://smartcaptcha.yandexcloud.net',
      ])
    },
  )

  it.each(policies)('at %s is never a plug-in, another base or somebody’s frame around it', (_, policy) => {
    for (const directive of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(sourcesOf(policy, directive)).toEqual(["'none'"])
  })
})
