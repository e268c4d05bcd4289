import { describe, expect, it } from 'vitest'
import { TEMPLATE_FILE_MAX_SIZE } from '#shared/domain/template.ts'
import { templateFileRefusal } from '#web/features/templates/templateFileRefusal.ts'

describe('a file for a template', () => {
  it.each([
    ['is taken', 1, ''],
    ['is taken at the largest size', TEMPLATE_FILE_MAX_SIZE, ''],
    ['is refused above it', TEMPLATE_FILE_MAX_SIZE + 1, 'Прайс.pdf: больше 50 МБ'],
    ['is refused without content', 0, 'Прайс.pdf: файл пустой'],
  ])('%s', (_case, size, words) => {
    expect(templateFileRefusal({ name: 'Прайс.pdf', size })).toBe(words)
  })
})
