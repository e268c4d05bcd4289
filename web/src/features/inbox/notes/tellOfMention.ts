import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'

/** A colleague has just named the member in a note. */
export function tellOfMention(name: string): void {
  showToast({ text: t('mentionedBy', { name }) })
}
