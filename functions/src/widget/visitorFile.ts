import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import type { DocumentOf } from '#shared/firestore/collections.ts'
import type { Place } from '#functions/store/store.ts'

/** A visitor's file that no message holds is deleted after this. */
export const UNSENT_FILE_LIFE_MS = DAY_MS

/** No message may name it in its last hour: whoever was let in before is long through by then. */
const NAMED_FOR_MS = UNSENT_FILE_LIFE_MS - HOUR_MS

export function isKept({ createdAt }: DocumentOf<'visitorFiles'>, now: number): boolean {
  return now - createdAt < NAMED_FOR_MS
}

/** Where a file's record lies: its id is the folder the file has to itself. */
export function visitorFilePlace(path: string): Place<'visitorFiles'> {
  return ['visitorFiles', { fileId: path.split('/').at(-2) ?? '' }]
}
