import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConnectionProbe } from '#web/firebase/connectionProbe.ts'
import { connectionProbe } from '#web/firebase/connectionProbe.ts'

/** What a server does when it is asked. */
type Behaviour = 'answers' | 'refuses' | 'keepsSilent'

let behaviour: Behaviour
let asked: number
let reopened: number
let changes: boolean[]
let probe: ConnectionProbe

const server = {
  isReached(): Promise<boolean> {
    asked++
    return behaviour === 'keepsSilent'
      ? new Promise(() => undefined)
      : Promise.resolve(behaviour === 'answers')
  },
  reopen(): Promise<void> {
    reopened++
    return Promise.resolve()
  },
}

beforeEach(() => {
  vi.useFakeTimers()
  behaviour = 'answers'
  asked = 0
  reopened = 0
  changes = []
  probe = connectionProbe({ server, silenceMs: 15_000, onChange: (isHeard) => changes.push(isHeard) })
})
afterEach(() => {
  probe.stop()
  vi.useRealTimers()
})

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('a connection', () => {
  it('that speaks is left alone', async () => {
    for (let count = 0; count < 10; count++) {
      await pass(10)
      probe.noteHeard()
    }
    expect(asked).toBe(0)
    expect(changes).toEqual([])
  })

  it('that is silent is asked, and an answer is enough', async () => {
    await pass(15)
    expect(asked).toBe(1)
    expect(reopened).toBe(0)
    expect(changes).toEqual([])
  })

  it('half dead is noticed and reopened within 45 seconds', async () => {
    behaviour = 'keepsSilent'
    await pass(45)
    expect(reopened).toBeGreaterThan(0)
    expect(changes).toEqual([false])
    behaviour = 'answers'
    await pass(20)
    expect(changes).toEqual([false, true])
  })

  it('whose answer is not the server’s counts as dead', async () => {
    behaviour = 'refuses'
    await probe.ask()
    expect(reopened).toBe(1)
    expect(changes).toEqual([false])
  })

  it('is asked once at a time', async () => {
    behaviour = 'keepsSilent'
    void probe.ask()
    void probe.ask()
    await pass(1)
    expect(asked).toBe(1)
  })

  it('is asked at once when the network is back', async () => {
    window.dispatchEvent(new Event('offline'))
    expect(changes).toEqual([false])
    window.dispatchEvent(new Event('online'))
    await pass(0)
    expect(changes).toEqual([false, true])
  })

  it('nobody watches any more is not asked', async () => {
    probe.stop()
    await pass(60)
    window.dispatchEvent(new Event('online'))
    expect(asked).toBe(0)
  })
})
