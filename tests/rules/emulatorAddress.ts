type Variable = 'FIRESTORE_EMULATOR_HOST' | 'FIREBASE_STORAGE_EMULATOR_HOST'

/** Where the emulator named by the runner listens. */
export function emulatorAddress(variable: Variable): { host: string; port: number } {
  const [host, port] = (process.env[variable] ?? '').split(':')
  if (!host || !port) throw new Error(`${variable} is not set: run the rules tests beside the emulators`)
  return { host, port: Number(port) }
}
