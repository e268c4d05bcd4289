import * as z from 'zod/mini'
import { userIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

/** The lists a member chooses from, in the menu's order; the first eight have keys. */
export const inboxFilters = [
  'all',
  'open',
  'mine',
  'archived',
  'unassigned',
  'replied',
  'active',
  'unanswered',
  'snoozed',
  'blocked',
] as const
export const inboxFilterSchema = z.enum(inboxFilters)
export type InboxFilter = z.infer<typeof inboxFilterSchema>

/** Counts beside the filters are exact below this; one index read costs a whole document read per thousand entries. */
export const COUNT_LIMIT = 1000

/** What narrows a list further: each value '' where it does not. */
export const viewNarrowingSchema = z.object({
  channelId: z.string(),
  tag: z.string(),
  assigneeId: z.string(),
  teamId: z.string(),
})
export type ViewNarrowing = z.infer<typeof viewNarrowingSchema>

/** A list somebody has given a name. */
export const viewSchema = z.object({
  name: z.string(),
  /** Whose it is; '' = everybody's. */
  ownerId: z.union([userIdSchema, z.literal('')]),
  createdBy: userIdSchema,
  filter: inboxFilterSchema,
  narrowing: viewNarrowingSchema,
  createdAt: momentSchema,
})
export type View = z.infer<typeof viewSchema>

export const VIEW_NAME_MAX_LENGTH = 60

export const NO_NARROWING: ViewNarrowing = { channelId: '', tag: '', assigneeId: '', teamId: '' }
