import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('attempts')
beforeEach(() => project.clear())
afterAll(() => project.close())

const LIMIT = { name: 'tries', max: 3, windowMs: 10 * MINUTE_MS }
const count = (who = 'anna', now = NOON, limit = LIMIT) => countAttempt(limit, who, now)
const countToTheLimit = async (now = NOON) => {
  for (let at = 0; at < LIMIT.max; at++) await count('anna', now)
}

describe('an attempt', () => {
  it('above the limit is refused, with the minutes to wait', async () => {
    await countToTheLimit()
    expect(await refusalOf(count('anna', NOON + 5 * MINUTE_MS))).toEqual({
      code: 'tooManyAttempts',
      minutes: 5,
    })
  })

  it('is never told to wait for no minutes', async () => {
    await countToTheLimit()
    expect(await refusalOf(count('anna', NOON + 10 * MINUTE_MS - 1))).toMatchObject({ minutes: 1 })
  })

  it('is possible again when the window is over, counted anew', async () => {
    await countToTheLimit()
    await countToTheLimit(NOON + 10 * MINUTE_MS)
    expect(await refusalOf(count('anna', NOON + 10 * MINUTE_MS + SECOND_MS))).toMatchObject({ minutes: 10 })
  })

  it('that was refused does not lengthen the wait', async () => {
    await countToTheLimit()
    await refusalOf(count('anna', NOON + 9 * MINUTE_MS))
    await count('anna', NOON + 10 * MINUTE_MS)
  })

  it('of somebody else, or at something else, counts apart', async () => {
    await countToTheLimit()
    await count('boris')
    await count('anna', NOON, { ...LIMIT, name: 'others' })
  })

  it('is counted when it comes with others at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => count()))
    const allowed = results.filter(({ status }) => status === 'fulfilled').length
    expect(allowed).toBeGreaterThan(0)
    expect(allowed).toBeLessThanOrEqual(LIMIT.max)
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    expect(refused.filter((reason) => !(reason instanceof DomainError))).toEqual([])
  })
})
