import { isChannelKind, manifests } from '#channels/manifests.ts'
import type { ChannelManifest } from '#channels/manifest.ts'
import { language } from '#web/ui/i18n.ts'

export interface ChannelLook {
  readonly label: string
  readonly glyph: string
}

/** How a channel is called and drawn; a kind this page does not know yet keeps its own name. */
export function channelLook(kind: string): ChannelLook {
  if (!isChannelKind(kind)) return { label: kind, glyph: '' }
  const { label, glyph } = manifests[kind]
  return { label: label[language()], glyph }
}

export function manifestOf(kind: string): ChannelManifest | null {
  return isChannelKind(kind) ? manifests[kind] : null
}
