import type { Plugin } from 'vite'

const LOCAL_MANIFESTS = /[\\/]channels[\\/]localManifests\.ts$/

/** Leaves the channels of the local stack out of every build that is not for it. */
export function withoutLocalChannels(): Plugin {
  return {
    name: 'pact-without-local-channels',
    enforce: 'pre',
    load(id) {
      if (process.env.VITE_EMULATORS === '1' || !LOCAL_MANIFESTS.test(id)) return null
      return 'export const localManifests = {}'
    },
  }
}
