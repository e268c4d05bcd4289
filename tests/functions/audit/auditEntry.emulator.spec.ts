import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { find, transaction } from '#functions/store/store.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('audit')
const companyId = companyIdSchema.parse('company')

beforeEach(() => project.clear())
afterAll(() => project.close())

const deed = {
  kind: 'teamCreated',
  by: userIdSchema.parse('anna'),
  byName: 'Анна',
  subject: 'Склад',
  address: '192.0.2.1',
} as const

async function note(work: () => void = () => undefined): Promise<void> {
  await transaction(async (unit) => {
    await Promise.resolve()
    writeAudit(unit, companyId, deed, NOON)
    work()
  })
}

const entries = async () => (await find('audit', { range: 0 }, 10, { companyId })).map(({ data }) => data)

describe('the audit', () => {
  it('notes who did what, when and from where', async () => {
    await note()
    expect(await entries()).toEqual([{ ...deed, details: {}, at: NOON }])
  })

  it('notes the same deed done twice twice', async () => {
    await note()
    await note()
    expect(await entries()).toHaveLength(2)
  })

  it('notes nothing that was not done', async () => {
    const failing = note(() => {
      throw new Error('not done')
    })
    await expect(failing).rejects.toThrow('not done')
    expect(await entries()).toEqual([])
  })
})
