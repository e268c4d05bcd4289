/** `npm run dev`: what `npm start` runs, with Vite's server for the page and functions built on every change. */
import { runLocalStack } from './runLocalStack.ts'

await runLocalStack({ rebuilds: true })
