import * as z from 'zod/mini'

/** What the site widget's frame and the `widget` function say to each other; all by POST under `/widget/`. */

/** Headers of every request but `open`. */
export const WIDGET_HEADERS = {
  widget: 'x-widget-id',
  session: 'x-widget-session',
  token: 'x-widget-token',
} as const

const colourSchema = z.string().check(z.regex(/^(#[0-9a-fA-F]{6})?$/))

/** '' where the company left it to us. */
export const widgetLookSchema = z.object({
  title: z._default(z.string(), ''),
  greeting: z._default(z.string(), ''),
  colour: z._default(colourSchema, ''),
})
export type WidgetLook = z.infer<typeof widgetLookSchema>

/** `/widget/open`: a visitor's session is begun, or continued when he proves it is his. */
export const openRequestSchema = z.object({
  widgetId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  sessionId: z.optional(z.string().check(z.maxLength(64))),
  sessionToken: z.optional(z.string().check(z.maxLength(128))),
})
export type OpenRequest = z.infer<typeof openRequestSchema>

export const openAnswerSchema = z.object({
  sessionId: z.string(),
  sessionToken: z.string(),
  /** Signs him in as `visitorUid(sessionId)`. */
  customToken: z.string(),
  look: widgetLookSchema,
})
export type OpenAnswer = z.infer<typeof openAnswerSchema>

/** `/widget/messages`: answered once the message is stored. */
export const messageAnswerSchema = z.object({ messageId: z.string() })

/** `/widget/files?name=&width=&height=`: the body is the file; the receipt is named in the message. */
export const fileAnswerSchema = z.object({ receipt: z.string() })

/** `/widget/file-link`: an address for one file of the visitor's own conversation, good for minutes. */
export const fileLinkRequestSchema = z.object({
  messageId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  attachmentId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
})
export const fileLinkAnswerSchema = z.object({ url: z.string() })
