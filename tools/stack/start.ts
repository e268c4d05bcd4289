/** `npm start`: the whole product on this machine. `--fresh` begins anew, `--no-demo` leaves it empty. */
import { parseArgs } from 'node:util'
import { runLocalStack } from './runLocalStack.ts'

const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, 'no-demo': { type: 'boolean' } } })

await runLocalStack({ fresh: values.fresh === true, demo: values['no-demo'] !== true, rebuilds: false })
