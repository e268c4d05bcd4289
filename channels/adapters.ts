import type { ChannelAdapter } from './adapter.ts'
import type { ChannelKind } from './manifests.ts'
import { localAdapters } from './localAdapters.ts'
import { readingSettings } from './readingSettings.ts'
import { telegram } from './telegram/adapter.ts'
import { widget } from './widget/adapter.ts'

/** Every adapter there is; for the cloud only. */
export const adapters = {
  telegram: readingSettings(telegram),
  widget: readingSettings(widget),
  ...localAdapters,
} satisfies Record<ChannelKind, ChannelAdapter<unknown>>
