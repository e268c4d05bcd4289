interface ImportMetaEnv {
  /** The Firebase web app's config as JSON; unused with VITE_EMULATORS. */
  readonly VITE_FIREBASE_CONFIG?: string
  /** `1`: talk to the local stack's emulators, found from the page's own port. */
  readonly VITE_EMULATORS?: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}
