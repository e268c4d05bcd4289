import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** A conversation one member does not want to hear of; the id is the conversation's. */
export const muteSchema = z.object({ mutedAt: momentSchema })
