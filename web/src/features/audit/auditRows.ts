import type { CompanyAuditEntry } from '#web/firebase/audit.ts'
import { language } from '#web/ui/i18n.ts'
import { detailWords } from './detailWords.ts'
import { t } from './messages.ts'

/** «22.11.2026, 17:48:03». */
export function auditMoment(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'medium' }).format(at)
}

/** The server says so when a request came from nowhere it knows. */
const UNKNOWN = 'unknown'

export function auditAddress({ address }: Pick<CompanyAuditEntry, 'address'>): string {
  return address === UNKNOWN ? t('unknownAddress') : address
}

/** The file's rows, its head first. */
export function auditRows(entries: readonly CompanyAuditEntry[]): string[][] {
  const head = [t('when'), t('who'), t('what'), t('subject'), t('details'), t('where')]
  return [
    head,
    ...entries.map((entry) => [
      auditMoment(entry.at),
      entry.byName || t('system'),
      t(entry.kind),
      entry.subject,
      detailWords(entry).join('; '),
      auditAddress(entry),
    ]),
  ]
}
