import { loggedLines } from '../loggedLines.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { runApart } from '#functions/triggers/runApart.ts'

beforeEach(() => {
  loggedLines.length = 0
})

describe('steps that happen by the clock', () => {
  it('run all, though one fails; the platform is told of it', async () => {
    const ran: string[] = []
    const step = (done: string) => ({
      done,
      run: () => {
        ran.push(done)
        return done === 'second' ? Promise.reject(new Error('broken')) : Promise.resolve(1)
      },
    })
    await expect(runApart(['first', 'second', 'third'].map(step))).rejects.toThrow(AggregateError)
    expect(ran).toEqual(['first', 'second', 'third'])
    expect(loggedLines.join()).toContain('not: second')
  })

  it('say what was done, where anything was', async () => {
    await runApart([
      { done: 'letters swept', run: () => Promise.resolve(2) },
      { done: 'outbox swept', run: () => Promise.resolve(0) },
    ])
    expect(loggedLines.join()).toContain('letters swept')
    expect(loggedLines.join()).not.toContain('outbox swept')
  })
})
