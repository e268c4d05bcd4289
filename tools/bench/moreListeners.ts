import * as z from 'zod/mini'
import { listen } from './listenerPage.ts'

/** Further operators' listeners, in a process of their own; started with the place and their number. */
const placeSchema = z.object({
  projectId: z.string(),
  authPort: z.number(),
  firestorePort: z.number(),
  customToken: z.string(),
  companyId: z.string(),
})

const place = placeSchema.parse(JSON.parse(process.env['LISTENER_PLACE'] ?? ''))
const count = Number(process.env['LISTENER_COUNT'])
const names = Array.from({ length: count }, (_, at) => `listener${String(at)}`)
await Promise.all(names.map((name) => listen(place, name, () => undefined)))
console.log('listening')
