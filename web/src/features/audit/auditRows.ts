import type { CompanyAuditEntry } from '#web/firebase/audit.ts'
import { momentIn } from '#web/ui/momentIn.ts'
import { detailWords } from './detailWords.ts'
import { t } from './messages.ts'

/** «22.11.2026, 17:48:03». */
export function auditMoment(at: number, timeZone: string): string {
  return momentIn(timeZone, at, { dateStyle: 'short', timeStyle: 'medium' })
}

/** The server says so when a request came from nowhere it knows. */
const UNKNOWN = 'unknown'

export function auditAddress({ address }: Pick<CompanyAuditEntry, 'address'>): string {
  return address === UNKNOWN ? t('unknownAddress') : address
}

/** The file's rows, its head first. */
export function auditRows(entries: readonly CompanyAuditEntry[], timeZone: string): string[][] {
  const head = [t('when'), t('who'), t('what'), t('subject'), t('details'), t('where')]
  return [
    head,
    ...entries.map((entry) => [
      auditMoment(entry.at, timeZone),
      entry.byName || t('system'),
      t(entry.kind),
      entry.subject,
      detailWords(entry).join('; '),
      auditAddress(entry),
    ]),
  ]
}
