/** @param {string} version e.g. `v20.19.0` @param {readonly [number, number]} least */
export function isNodeAtLeast(version, least) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > least[0] || (major === least[0] && minor >= least[1])
}

/** The major version in what `java -version` prints; undefined when there is none. `1.8` is 8. */
export function javaMajorVersion(printed) {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? []
  if (first === undefined) return undefined
  return first === '1' && second !== undefined ? Number(second) : Number(first)
}

/**
 * Whether what is installed is what the lock file asks for. `installed` is the list npm leaves in
 * node_modules once an installation is complete; packages for other platforms are missing from it.
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional) return true
    const found = installed.packages[path]
    return found !== undefined && found.version === wanted.version
  })
}
