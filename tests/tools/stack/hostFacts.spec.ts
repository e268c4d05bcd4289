import { describe, expect, it } from 'vitest'
import { isInstalled, isNodeAtLeast, javaMajorVersion } from '#tools/stack/hostFacts.mjs'

describe('isNodeAtLeast', () => {
  it.each([
    ['v20.19.0', true],
    ['v24.1.0', true],
    ['v20.18.3', false],
    ['v18.20.0', false],
  ])('%s: %s', (version, expected) => {
    expect(isNodeAtLeast(version, [20, 19])).toBe(expected)
  })
})

describe('javaMajorVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_292"', 8],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "17.0.15" 2025-04-15', 17],
    ['no such program', undefined],
  ])('reads %s', (printed, expected) => {
    expect(javaMajorVersion(printed)).toBe(expected)
  })
})

describe('isInstalled', () => {
  const lock = {
    packages: {
      '': {},
      functions: { version: '0.1.0' },
      'node_modules/vue': { version: '3.5.0' },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    },
  }

  it('holds when every package is there in its version', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/vue': { version: '3.5.0' } } })).toBe(true)
  })

  it('fails when one has another version', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/vue': { version: '3.4.0' } } })).toBe(false)
  })

  it('fails when one is missing', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false)
  })
})
