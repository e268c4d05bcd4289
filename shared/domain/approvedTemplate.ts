import * as z from 'zod/mini'
import { momentSchema } from './time.ts'

/** What a provider thinks of a text it was asked to approve. */
export const approvedTemplateStateSchema = z.enum(['approved', 'pending', 'rejected'])
export type ApprovedTemplateState = z.infer<typeof approvedTemplateStateSchema>

/** A text the provider has approved: what alone may be sent while the reply window is closed. */
export const approvedTemplateSchema = z.object({
  /** The provider's id of it. */
  externalId: z.string(),
  name: z.string(),
  /** BCP 47. */
  language: z.string(),
  /** With `{{name}}` for each variable. */
  body: z.string(),
  /** Names of the variables, each once, in the order their values are given. */
  variables: z.array(z.string()),
  state: approvedTemplateStateSchema,
  updatedAt: momentSchema,
})
export type ApprovedTemplate = z.infer<typeof approvedTemplateSchema>

/** The template a message was sent by, with the values it was filled with. */
export const sentTemplateSchema = z.object({
  externalId: z.string(),
  name: z.string(),
  values: z.array(z.string()),
})
export type SentTemplate = z.infer<typeof sentTemplateSchema>

/** A provider refuses line breaks and long values in a variable. */
export const VARIABLE_MAX_LENGTH = 1000
export const VARIABLES_MAX_COUNT = 20

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/gu

/** A part of a body: text as it stands, or a variable by its place among the values. */
export type TemplatePart = { readonly text: string } | { readonly variable: number }

/** A body taken apart; a word in braces that is no variable stays text. */
export function templateParts({
  body,
  variables,
}: Pick<ApprovedTemplate, 'body' | 'variables'>): TemplatePart[] {
  const parts: TemplatePart[] = []
  let end = 0
  for (const match of body.matchAll(VARIABLE)) {
    const variable = variables.indexOf(match[1] ?? '')
    if (variable < 0) continue
    if (match.index > end) parts.push({ text: body.slice(end, match.index) })
    parts.push({ variable })
    end = match.index + match[0].length
  }
  return end < body.length ? [...parts, { text: body.slice(end) }] : parts
}

/** What the contact will read. A value is text, whatever stands in it. */
export function filledTemplate(
  template: Pick<ApprovedTemplate, 'body' | 'variables'>,
  values: readonly string[],
): string {
  return templateParts(template)
    .map((part) => ('text' in part ? part.text : (values[part.variable] ?? '')))
    .join('')
}

/** One value for each variable, none of them blank, too long or broken into lines. */
export function areValuesFor(
  { variables }: Pick<ApprovedTemplate, 'variables'>,
  values: readonly string[],
): boolean {
  return values.length === variables.length && values.every(isValue)
}

function isValue(value: string): boolean {
  return value.trim() !== '' && value.length <= VARIABLE_MAX_LENGTH && !/[\r\n\t]/u.test(value)
}
