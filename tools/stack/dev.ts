/** `npm run dev`: what `npm start` runs, with Vite's server for the page and functions built on every change. */
import { parseArgs } from 'node:util'
import { runLocalStack } from './runLocalStack.ts'

const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, 'no-demo': { type: 'boolean' } } })

await runLocalStack({ fresh: values.fresh === true, demo: values['no-demo'] !== true, rebuilds: true })
