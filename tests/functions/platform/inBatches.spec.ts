import { loggedLines } from '../loggedLines.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { inBatches } from '#functions/platform/inBatches.ts'

beforeEach(() => {
  loggedLines.length = 0
})

describe('items that are worked on in batches', () => {
  it('are worked on all, a few at once', async () => {
    const log: string[] = []
    const work = async (item: number) => {
      log.push(`begins ${String(item)}`)
      await Promise.resolve()
      log.push(`ends ${String(item)}`)
    }
    expect(await inBatches([1, 2, 3], { atOnce: 2 }, work)).toBe(3)
    expect(log).toEqual(['begins 1', 'begins 2', 'ends 1', 'ends 2', 'begins 3', 'ends 3'])
  })

  it('go on past one that fails, which is logged, and told of at the end', async () => {
    const done: number[] = []
    const work = (item: number) => {
      if (item === 2) return Promise.reject(new Error('no second'))
      done.push(item)
      return Promise.resolve()
    }
    await expect(inBatches([1, 2, 3, 4], { atOnce: 1 }, work)).rejects.toThrow(AggregateError)
    expect(done).toEqual([1, 3, 4])
    expect(loggedLines.join()).toContain('no second')
  })

  it('are left where time runs out', async () => {
    let batches = 0
    const mayGoOn = () => batches++ < 2
    expect(await inBatches([1, 2, 3, 4, 5], { atOnce: 2, mayGoOn }, () => Promise.resolve())).toBe(4)
  })
})
