interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>
}

export function isNodeAtLeast(version: string, least: readonly [number, number]): boolean
export function javaMajorVersion(printed: string): number | undefined
export function isInstalled(lock: LockFile, installed: LockFile): boolean
