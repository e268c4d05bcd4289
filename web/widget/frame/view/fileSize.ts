import type { Language } from '../words.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** «420 кБ», «1,3 МБ». */
export function fileSize(bytes: number, language: Language): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1)
  const unit = UNITS[step] ?? 'byte'
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  })
  return format.format(bytes / 1024 ** step)
}
