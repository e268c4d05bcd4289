import { localManifests } from './localManifests.ts'
import { telegramManifest } from './telegram/manifest.ts'
import { widgetManifest } from './widget/manifest.ts'

/** Every channel there is; the browser may see these. */
export const manifests = {
  telegram: telegramManifest,
  widget: widgetManifest,
  ...localManifests,
}

export type ChannelKind = keyof typeof manifests

export function isChannelKind(kind: string): kind is ChannelKind {
  return Object.prototype.hasOwnProperty.call(manifests, kind)
}
