import { publicIdOf } from '#functions/platform/hashId.ts'
import type { StoreTransaction } from '#functions/store/store.ts'

/** The first integer for `path` that nothing of its kind has yet: two hashes may begin alike. */
export async function freePublicId(
  unit: StoreTransaction,
  kind: string,
  path: string,
  attempt = 0,
): Promise<number> {
  const publicId = publicIdOf(path, attempt)
  const holder = await unit.get('publicIds', { publicIdKey: publicIdKeyOf(kind, publicId) })
  return holder ? freePublicId(unit, kind, path, attempt + 1) : publicId
}

export function publicIdKeyOf(kind: string, publicId: number): string {
  return `${kind}-${String(publicId)}`
}
