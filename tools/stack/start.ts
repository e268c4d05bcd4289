/** `npm start`: the whole product on this machine. `--fresh` begins anew, `--no-demo` leaves it empty. */
import { runLocalStack } from './runLocalStack.ts'

await runLocalStack({ rebuilds: false })
