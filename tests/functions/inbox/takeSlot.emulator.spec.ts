import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { PER_COMPANY, PER_MEMBER, takeSlot } from '#functions/inbox/takeSlot.ts'
import { cost } from '#functions/store/cost.ts'
import { get, set, transaction } from '#functions/store/store.ts'
import { companyIdSchema, outboxEntryIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { anOutboxEntry } from '#tests/builders/anOutboxEntry.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('slots')
const companyId = companyIdSchema.parse('company')
const STEP_MS = MINUTE_MS / PER_MEMBER

beforeEach(() => project.clear())
afterAll(() => project.close())

let count = 0

/** How long a message written at `now` has to wait. */
async function waitOf(createdBy: string, now = NOON): Promise<number> {
  const entryId = outboxEntryIdSchema.parse(`entry-${String(++count)}`)
  const entry = anOutboxEntry({ createdBy })
  return (await transaction((unit) => takeSlot(unit, companyId, entryId, entry, now))) - now
}

async function waitsOf(createdBy: string, messages: number, now = NOON): Promise<number[]> {
  const waits: number[] = []
  for (let at = 0; at < messages; at++) waits.push(await waitOf(createdBy, now))
  return waits
}

const bookedUntil = async (paceId: string) =>
  (await get('outboxPaces', { companyId, paceId }))?.bookedUntil ?? 0
const book = (paceId: string, until: number) =>
  set(['outboxPaces', { companyId, paceId }], { bookedUntil: until })

describe('a member', () => {
  it('sends a minute’s worth at once, and one after another from there on', async () => {
    const waits = await waitsOf('olga', PER_MEMBER + 3)
    expect(waits.slice(0, PER_MEMBER)).toEqual(Array<number>(PER_MEMBER).fill(0))
    expect(waits.slice(PER_MEMBER)).toEqual([STEP_MS, 2 * STEP_MS, 3 * STEP_MS])
  })

  it('has room again as time goes by', async () => {
    await waitsOf('olga', PER_MEMBER)
    expect(await waitsOf('olga', 4, NOON + 3 * STEP_MS)).toEqual([0, 0, 0, STEP_MS])
  })

  it('saves up no more than a minute’s worth', async () => {
    await waitOf('olga')
    const tomorrow = NOON + 1000 * MINUTE_MS
    expect((await waitsOf('olga', PER_MEMBER + 1, tomorrow)).at(-1)).toBe(STEP_MS)
  })

  it('does not hold up a colleague', async () => {
    await book('member_olga', NOON + 2 * MINUTE_MS)
    expect(await waitOf('olga')).toBeGreaterThan(0)
    expect(await waitOf('irina')).toBe(0)
  })

  it('is counted in full, however many of his messages come at once', async () => {
    await waitOf('olga')
    await Promise.all(Array.from({ length: 20 }, () => waitOf('olga')))
    expect(await bookedUntil('member_olga')).toBe(NOON + 21 * STEP_MS)
  })
})

describe('a company', () => {
  it('that has sent its minute’s worth waits, whoever writes', async () => {
    await book('company', NOON + MINUTE_MS + 5 * SECOND_MS)
    for (const member of ['olga', 'irina']) {
      const wait = await waitOf(member)
      expect(wait).toBeGreaterThanOrEqual(5 * SECOND_MS)
      expect(wait).toBeLessThanOrEqual(7 * SECOND_MS)
    }
  })

  it('is counted by every tenth message or so, and written no more often', async () => {
    const before = { ...cost }
    const messages = 200
    for (let at = 0; at < messages; at++) await waitOf(`member-${String(at)}`)
    const countedMs = (await bookedUntil('company')) - NOON
    const expectedMs = (messages * MINUTE_MS) / PER_COMPANY
    expect(countedMs).toBeGreaterThan(expectedMs / 2)
    expect(countedMs).toBeLessThan(expectedMs * 2)
    expect(cost.writes - before.writes).toBe(messages + countedMs / SECOND_MS)
    expect(cost.reads - before.reads).toBe(2 * messages + 1)
  })

  it('of another name is another’s', async () => {
    await book('company', NOON + 2 * MINUTE_MS)
    const entryId = outboxEntryIdSchema.parse('elsewhere')
    const other = companyIdSchema.parse('other')
    const at = await transaction((unit) => takeSlot(unit, other, entryId, anOutboxEntry(), NOON))
    expect(at).toBe(NOON)
  })
})
