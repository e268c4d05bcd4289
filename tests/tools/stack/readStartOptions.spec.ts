import { describe, expect, it } from 'vitest'
import { readStartOptions } from '#tools/stack/readStartOptions.ts'

describe('readStartOptions', () => {
  it('adds demo data unless told not to', () => {
    expect(readStartOptions([])).toEqual({ fresh: false, demo: true })
    expect(readStartOptions(['--fresh', '--no-demo'])).toEqual({ fresh: true, demo: false })
  })

  it('names a slip', () => {
    expect(() => readStartOptions(['--frsh'])).toThrow('There is no option --frsh')
  })
})
