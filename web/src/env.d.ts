interface ImportMetaEnv {
  /** The Firebase web app's config as JSON; unused with VITE_EMULATORS. */
  readonly VITE_FIREBASE_CONFIG?: string
  /** `1`: talk to the local stack's emulators, found from the page's own port. */
  readonly VITE_EMULATORS?: string
  /** Where «Поддержка» leads, such as `mailto:help@example.com`; without it there is no such item. */
  readonly VITE_SUPPORT_URL?: string
  /** Where the terms and the privacy policy stand; without them sign-in names none. */
  readonly VITE_TERMS_URL?: string
  readonly VITE_PRIVACY_URL?: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

/** Made by web/build/emoji.ts: one text a group, one line an emoji, with what it is called. */
declare module 'virtual:emoji' {
  export const emojiGroups: readonly string[]
}
