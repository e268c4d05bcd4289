import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { isMissingFile, readFile, writeFile } from '#functions/store/files.ts'
import { get, set } from '#functions/store/store.ts'
import { sweepTemplates } from '#functions/templates/sweepTemplates.ts'
import { attachmentIdSchema, companyIdSchema, templateIdSchema } from '#shared/domain/ids.ts'
import { DELETED_TEMPLATE_LIFE_MS } from '#shared/domain/template.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('sweep-templates')
const place = { companyId: companyIdSchema.parse('ours'), templateId: templateIdSchema.parse('prices') }
const OWN = 'companies/ours/templates/prices/file/цены.pdf'
const ELSEWHERE = 'companies/ours/conversations/c/incoming/file/паспорт.pdf'
const NOW = Date.now()
const LONG_AGO = NOW - DELETED_TEMPLATE_LIFE_MS - 1

const isThere = (path: string) =>
  readFile(path).then(
    () => true,
    (error: unknown) => !isMissingFile(error),
  )

async function store(deletedAt: number | null, path = OWN): Promise<void> {
  const id = attachmentIdSchema.parse('file')
  const file = { id, name: 'цены.pdf', contentType: 'application/pdf', size: 8, path }
  await set(['templates', place], aTemplate({ file, deletedAt }))
}

beforeEach(async () => {
  await project.clear()
  for (const path of [OWN, ELSEWHERE]) await writeFile(path, Buffer.from('%PDF-1.4'), 'application/pdf')
})
afterAll(() => project.close())

describe('a template', () => {
  it('that was deleted a month ago is forgotten, with its file', async () => {
    await store(LONG_AGO)
    expect(await sweepTemplates(NOW)).toBe(1)
    expect(await get('templates', place)).toBeUndefined()
    expect(await isThere(OWN)).toBe(false)
    expect(await sweepTemplates(NOW)).toBe(0)
  })

  it.each([
    ['was deleted later', NOW - DELETED_TEMPLATE_LIFE_MS + 1000],
    ['is in use', null],
  ])('that %s stays', async (_why, deletedAt) => {
    await store(deletedAt)
    expect(await sweepTemplates(NOW)).toBe(0)
    expect(await get('templates', place)).toBeDefined()
    expect(await isThere(OWN)).toBe(true)
  })

  it('takes along no file of anything else', async () => {
    await store(LONG_AGO, ELSEWHERE)
    expect(await sweepTemplates(NOW)).toBe(1)
    expect(await isThere(ELSEWHERE)).toBe(true)
  })
})
