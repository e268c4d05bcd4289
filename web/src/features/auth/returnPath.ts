const BASE = 'https://own.invalid'

/** The address to come back to after signing in: a path of ours, else the start page. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/'
  try {
    const { origin, pathname, search, hash } = new URL(asked, BASE)
    const path = `${pathname}${search}${hash}`
    // Dots may fall away and leave another host's name at the start.
    return origin === BASE && new URL(path, BASE).origin === BASE ? path : '/'
  } catch {
    return '/'
  }
}
