import * as z from 'zod/mini'

/** A file as it leaves this browser. */
const outgoingFileSchema = z.object({
  name: z.string(),
  blob: z.instanceof(Blob),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
})
export type OutgoingFile = z.infer<typeof outgoingFileSchema>

/** Why a message did not leave; words are the view's. */
const failureReasonSchema = z.enum(['refused', 'unreachable', 'fileRefused', 'fileTooLarge', 'unavailable'])
export type FailureReason = z.infer<typeof failureReasonSchema>

/** A message on its way out. It keeps its id through every attempt, so that it arrives once. */
export const unsentMessageSchema = z.object({
  id: z.string(),
  text: z.string(),
  writtenAt: z.number(),
  file: z.optional(outgoingFileSchema),
  /** The file has been handed in already. */
  receipt: z.optional(z.string()),
  failure: z.optional(failureReasonSchema),
})
export type UnsentMessage = z.infer<typeof unsentMessageSchema>
