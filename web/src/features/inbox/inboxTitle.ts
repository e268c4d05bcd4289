import { t } from './messages.ts'

/** The page's title: how many wait can be seen from another tab. */
export function inboxTitle(unanswered: number | null): string {
  return unanswered ? `(${unanswered}) ${t('product')}` : `${t('title')} · ${t('product')}`
}
