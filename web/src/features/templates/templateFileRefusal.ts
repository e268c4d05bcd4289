import { TEMPLATE_FILE_MAX_SIZE } from '#shared/domain/template.ts'
import { t } from './messages.ts'

const MEGABYTE = 1024 * 1024

/** Why a file cannot go with a template, in words; '' when it can. */
export function templateFileRefusal({ name, size }: Pick<File, 'name' | 'size'>): string {
  if (size === 0) return t('fileEmpty', { name })
  if (size <= TEMPLATE_FILE_MAX_SIZE) return ''
  return t('fileTooLarge', { name, size: TEMPLATE_FILE_MAX_SIZE / MEGABYTE })
}
