import { describe, expect, it } from 'vitest'
import { loadedFunctions } from '#tools/stack/proveFunctionsLoaded.ts'

describe('loadedFunctions', () => {
  it('reads the last list of the log', () => {
    const log = [
      '✔  functions: Loaded functions definitions from source: health.',
      '✔  functions: Loaded functions definitions from source: health, hooks, everyMinute.',
      'i  functions: Beginning execution of "europe-west1-health"',
    ].join('\n')
    expect(loadedFunctions(log)).toEqual(['health', 'hooks', 'everyMinute'])
  })

  it('finds none in a log without a list', () => {
    expect(loadedFunctions('⬢  functions: Failed to load function definition from source')).toEqual([])
  })
})
