import { anAttachment } from '#tests/builders/anAttachment.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import type { World } from './world.ts'

/** A file as members hand it in with a reply, with something about it changed. */
export function ownFile(world: World, change: Fields = {}): Record<string, unknown> {
  const id = typeof change['id'] === 'string' ? change['id'] : freshId()
  const path = `companies/${world.companyId}/conversations/${world.conversationId}/outgoing/${id}/photo.jpg`
  return overlay(anAttachment({ id: freshId(), path }), { id, ...change })
}
