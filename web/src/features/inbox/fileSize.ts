import { language } from '#web/ui/i18n.ts'
import { t } from './thread/messages.ts'

const KILO = 1024

/** «248 КБ». */
export function fileSize(bytes: number): string {
  if (bytes < KILO) return t('bytes', { count: bytes })
  const kilobytes = bytes / KILO
  if (kilobytes < KILO) return t('kilobytes', { count: number(kilobytes, 0) })
  return t('megabytes', { count: number(kilobytes / KILO, kilobytes < 10 * KILO ? 1 : 0) })
}

function number(value: number, digits: number): string {
  return new Intl.NumberFormat(language() === 'ru' ? 'ru-RU' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(value)
}
