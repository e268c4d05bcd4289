import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { isMissingFile, readFile, writeFile } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import { deleteReplacedFile } from '#functions/templates/deleteReplacedFile.ts'
import { attachmentIdSchema, companyIdSchema, templateIdSchema } from '#shared/domain/ids.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('replaced-file')
const place = { companyId: companyIdSchema.parse('ours'), templateId: templateIdSchema.parse('prices') }
const OLD = 'companies/ours/templates/prices/old/цены.pdf'
const NEW = 'companies/ours/templates/prices/new/цены.pdf'
const ELSEWHERE = 'companies/ours/conversations/c/incoming/old/паспорт.pdf'

const fileAt = (path: string) => ({
  id: attachmentIdSchema.parse('old'),
  name: 'цены.pdf',
  contentType: 'application/pdf',
  size: 8,
  path,
})
const isThere = (path: string) =>
  readFile(path).then(
    () => true,
    (error: unknown) => !isMissingFile(error),
  )

/** The template as the database tells of it, naming a file. */
async function stored(path: string | null): Promise<object> {
  await set(['templates', place], aTemplate({ file: path === null ? null : fileAt(path) }))
  return (await firestore().doc('companies/ours/templates/prices').get()).data() ?? {}
}

beforeEach(async () => {
  await project.clear()
  for (const path of [OLD, NEW, ELSEWHERE]) await writeFile(path, Buffer.from('%PDF-1.4'), 'application/pdf')
})
afterAll(() => project.close())

describe('a template’s former file', () => {
  it.each([
    ['another came', NEW],
    ['none came', null],
  ])('goes once %s in its place', async (_what, next) => {
    const before = await stored(OLD)
    await stored(next)
    expect(await deleteReplacedFile(place, before)).toBe(true)
    expect([await isThere(OLD), await isThere(NEW)]).toEqual([false, true])
    await deleteReplacedFile(place, before)
  })

  it('stays while the template has it', async () => {
    const before = await stored(OLD)
    expect(await deleteReplacedFile(place, before)).toBe(false)
    expect(await isThere(OLD)).toBe(true)
  })

  it('is no file of anything else', async () => {
    const before = await stored(ELSEWHERE)
    await stored(null)
    expect(await deleteReplacedFile(place, before)).toBe(false)
    expect(await isThere(ELSEWHERE)).toBe(true)
  })
})
