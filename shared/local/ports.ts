/**
 * The local stack's ports, counted from its base (the page's own port): so a page built once
 * finds its emulators wherever the stack stands. Production knows nothing of this.
 */
export const PORT_OFFSETS = {
  hosting: 0,
  auth: 1,
  /** What pages connect to; in tests a proxy that can be cut stands here. */
  firestore: 2,
  functions: 3,
  storage: 4,
  tasks: 5,
  eventarc: 6,
  hub: 7,
  logging: 8,
  /** Simulators' page and all simulated providers. */
  simulators: 9,
  firestoreWebsocket: 10,
  smtp: 11,
  /** The Firestore emulator itself where a proxy has its place. */
  firestoreBehindProxy: 12,
  dev: 13,
  /** Where tests cut and heal that proxy. */
  proxyControl: 14,
} as const

export type LocalPort = keyof typeof PORT_OFFSETS

export const DEFAULT_BASE_PORT = 5100

export function localPort(base: number, name: LocalPort): number {
  return base + PORT_OFFSETS[name]
}
