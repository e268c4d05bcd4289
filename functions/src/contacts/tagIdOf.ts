import { foldText } from '#shared/domain/searchTokens.ts'
import { hashId } from '#functions/platform/hashId.ts'

/** Of one name there is one tag, whatever its letters' size. */
export function tagIdOf(name: string): string {
  return hashId('tag', foldText(name))
}
