import type { ChannelAdapter } from '../adapter.ts'
import { sandbox } from './adapter.ts'
import { openLineManifest } from './openLineManifest.ts'
import type { SandboxSettings } from './settings.ts'

const { approvedTemplates: _, ...spoken } = sandbox

/** The same provider: an account of his that was made without a reply window. */
export const openLine: ChannelAdapter<SandboxSettings> = { ...spoken, manifest: openLineManifest }
