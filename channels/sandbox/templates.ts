import * as z from 'zod/mini'
import { approvedTemplateStateSchema } from '#shared/domain/approvedTemplate.ts'
import type { TemplateCatalogue } from '../adapter.ts'
import { callSandbox } from './callSandbox.ts'
import type { SandboxSettings } from './settings.ts'

const listSchema = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      language: z.string(),
      body: z.string(),
      variables: z.array(z.string()),
      state: approvedTemplateStateSchema,
    }),
  ),
})

export const sandboxTemplates: TemplateCatalogue<SandboxSettings> = {
  async list({ key }, context) {
    const answer = await callSandbox(context, key, { method: 'GET', path: 'templates' })
    return listSchema.parse(answer).templates.map(({ id, ...rest }) => ({ externalId: id, ...rest }))
  },
}
