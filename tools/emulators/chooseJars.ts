/** Where a Java emulator is taken from. */
export type JarChoice =
  | { readonly from: 'environment' | 'cache'; readonly path: string }
  /** The Cloud CLI's jar, to be wrapped; for Storage's rules: to compile the stand-in against. */
  | { readonly from: 'cloudCli'; readonly path: string }
  | { readonly from: 'download' }

export interface JarChoices {
  readonly firestore: JarChoice
  readonly storage: JarChoice
}

export interface JarFacts {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where firebase-tools keeps, or would keep, its own. */
  readonly cached: { readonly firestore: string; readonly storage: string }
  /** Where a Cloud CLI may have put its jar. */
  readonly cloudCli: readonly string[]
  readonly exists: (path: string) => boolean
}

/** Looks for each Java emulator: named by hand, cached by firebase-tools, the Cloud CLI's, else a download. */
export function chooseJars({ environment, cached, cloudCli, exists }: JarFacts): JarChoices {
  const ofCloudCli = cloudCli.find(exists)
  const choose = (byHand: string | undefined, inCache: string): JarChoice => {
    if (byHand) return { from: 'environment', path: byHand }
    if (exists(inCache)) return { from: 'cache', path: inCache }
    return ofCloudCli ? { from: 'cloudCli', path: ofCloudCli } : { from: 'download' }
  }
  return {
    firestore: choose(environment['FIRESTORE_EMULATOR_BINARY_PATH'], cached.firestore),
    storage: choose(environment['STORAGE_EMULATOR_BINARY_PATH'], cached.storage),
  }
}
