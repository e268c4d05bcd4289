import { describe, expect, it } from 'vitest'
import { readSource, sourceFiles } from './sourceFiles.ts'

const INDEX = readSource('functions/src/index.ts')
const callables = [...INDEX.matchAll(/export \{([^}]*)\} from '\.\/callables\//g)].flatMap(([, names = '']) =>
  names.split(',').flatMap((name) => name.trim() || []),
)

const specs = sourceFiles('tests/functions/callables/*.spec.ts').map(readSource).join('\n')
const attacked = new Set(
  [...specs.matchAll(/describeCallableAttacks\(\s*(\w+)Contract,\s*(\w+),/g)].map(([, , name]) => name),
)

/** Guesses of a code: what is right once is wrong the next time, so their spec attacks them step by step. */
const BY_HAND = ['verifyCode', 'verifyEmailCode']

describe('a callable', () => {
  it('is found by this test at all', () => {
    expect(callables).toContain('registerCompany')
    expect(callables.length).toBeGreaterThan(40)
  })

  it('keeps the contract of callables, whoever calls it with whatever', () => {
    expect(callables.filter((name) => !attacked.has(name) && !BY_HAND.includes(name))).toEqual([])
  })

  it.each(BY_HAND)('%s is attacked by hand', (name) => {
    expect(specs).toContain(`['${name}', ${name}, `)
  })
})
