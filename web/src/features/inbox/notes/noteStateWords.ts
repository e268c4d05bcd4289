import type { ThreadNote } from '#web/firebase/notes.ts'
import { t } from './messages.ts'

/** What has become of a note that the server does not have; '' for one it has. */
export function noteStateWords({ isPending, refusal }: Pick<ThreadNote, 'isPending' | 'refusal'>): string {
  if (refusal === undefined) return isPending ? t('pending') : ''
  return t(refusal === 'permission-denied' ? 'refused' : 'notSaved')
}
