import { parseArgs } from 'node:util'

export interface StartOptions {
  readonly fresh: boolean
  readonly demo: boolean
}

/** `--fresh` begins anew, `--no-demo` leaves it empty; anything else is a slip, and said so. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const options = { fresh: { type: 'boolean' }, 'no-demo': { type: 'boolean' } } as const
  const known = Object.keys(options).map((name) => `--${name}`)
  const unknown = args.find((arg) => !known.includes(arg))
  if (unknown !== undefined)
    throw new Error(`There is no option ${unknown}; there are ${known.join(' and ')}.`)
  const { values } = parseArgs({ args: [...args], options })
  return { fresh: values.fresh === true, demo: values['no-demo'] !== true }
}
