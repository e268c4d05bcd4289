import * as z from 'zod/mini'
import type { ContactSearch } from '../adapter.ts'
import { callSandbox } from './callSandbox.ts'
import type { SandboxSettings } from './settings.ts'

const foundSchema = z.object({ contact: z.nullable(z.object({ id: z.string(), name: z.string() })) })

/** A chat is named by its customer. */
export const sandboxContacts: ContactSearch<SandboxSettings> = {
  async find(phone, { key }, context) {
    const answer = await callSandbox(context, key, { method: 'POST', path: 'contacts/find', json: { phone } })
    const { contact } = foundSchema.parse(answer)
    return contact && { externalId: contact.id, conversationExternalId: contact.id, name: contact.name }
  },
}
