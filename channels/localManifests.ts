import { sandboxManifest } from './sandbox/manifest.ts'
import { openLineManifest } from './sandbox/openLineManifest.ts'

/** Channels of the local stack and the tests: a production build finds an empty list in this place. */
export const localManifests = { sandbox: sandboxManifest, openline: openLineManifest }
