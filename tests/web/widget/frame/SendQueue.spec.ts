import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../../../web/widget/frame/deliver.ts'
import { SendQueue } from '../../../../web/widget/frame/SendQueue.ts'
import type { QueueTrouble, QueuedMessage } from '../../../../web/widget/frame/SendQueue.ts'
import type { UnsentMessage } from '../../../../web/widget/frame/unsentMessage.ts'

const message = (id: string, more: Partial<UnsentMessage> = {}): UnsentMessage => ({
  id,
  text: id,
  writtenAt: 1,
  ...more,
})

/** A queue whose attempts end as told, one outcome after another, the last for ever. */
function queueWith(outcomes: Outcome[], kept: UnsentMessage[] = []) {
  const stored = new Map(kept.map((one) => [one.id, one]))
  const seen = {
    attempts: [] as UnsentMessage[],
    renewals: 0,
    messages: [] as readonly QueuedMessage[],
    trouble: 'none' as QueueTrouble,
  }
  const queue = new SendQueue({
    store: {
      all: () => Promise.resolve([...stored.values()]),
      put: (one) => Promise.resolve(void stored.set(one.id, one)),
      remove: (id) => Promise.resolve(void stored.delete(id)),
    },
    attempt(one, keepReceipt) {
      seen.attempts.push(one)
      if (one.file && !one.receipt) keepReceipt('receipt')
      return Promise.resolve((outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? { is: 'sent' })
    },
    renewSession() {
      seen.renewals++
      return Promise.resolve()
    },
    onChange(messages, trouble) {
      seen.messages = messages
      seen.trouble = trouble
    },
  })
  return { queue, stored, seen }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the send queue', () => {
  it('sends one message after another, in the order written', async () => {
    const { queue, stored, seen } = queueWith([{ is: 'sent' }])
    await Promise.all(['a', 'b', 'c'].map((id) => queue.add(message(id))))
    await settle()
    expect(seen.attempts.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(seen.messages.map(({ isSent }) => isSent)).toEqual([true, true, true])
    expect(stored.size).toBe(0)
  })

  it('keeps a message until it arrived, with the same id', async () => {
    const { queue, stored, seen } = queueWith([
      { is: 'later', why: 'offline', afterMs: undefined },
      { is: 'later', why: 'offline', afterMs: undefined },
      { is: 'sent' },
    ])
    await queue.add(message('a'))
    await settle()
    expect(stored.has('a')).toBe(true)
    expect(seen.trouble).toBe('offline')
    await vi.advanceTimersByTimeAsync(3000)
    expect(seen.attempts.map(({ id }) => id)).toEqual(['a', 'a', 'a'])
    expect(seen.trouble).toBe('none')
    expect(stored.size).toBe(0)
  })

  it('lets no later message overtake one that waits', async () => {
    const { queue, seen } = queueWith([{ is: 'later', why: 'offline', afterMs: undefined }])
    await queue.add(message('a'))
    await settle()
    await queue.add(message('b'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(new Set(seen.attempts.map(({ id }) => id))).toEqual(new Set(['a']))
  })

  it('tries at once when the connection is back', async () => {
    const { queue, seen } = queueWith([{ is: 'later', why: 'offline', afterMs: undefined }, { is: 'sent' }])
    await queue.add(message('a'))
    await settle()
    queue.resume()
    await settle()
    expect(seen.messages).toMatchObject([{ id: 'a', isSent: true }])
  })

  it('takes up what an earlier page could not send', async () => {
    const { queue, seen } = queueWith([{ is: 'sent' }], [message('old')])
    await queue.restore()
    await settle()
    expect(seen.attempts.map(({ id }) => id)).toEqual(['old'])
  })

  it('waits as long as it was told to', async () => {
    const { queue, seen } = queueWith([{ is: 'later', why: 'slowDown', afterMs: 20_000 }, { is: 'sent' }])
    await queue.add(message('a'))
    await vi.advanceTimersByTimeAsync(19_000)
    expect(seen.attempts).toHaveLength(1)
    expect(seen.trouble).toBe('slowDown')
    await vi.advanceTimersByTimeAsync(2000)
    expect(seen.attempts).toHaveLength(2)
  })

  it('says so when the server keeps failing, and sends again when asked', async () => {
    const fault: Outcome = { is: 'later', why: 'serverFault', afterMs: undefined }
    const { queue, seen } = queueWith([fault, fault, fault, fault, fault, { is: 'sent' }])
    await queue.add(message('a'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen.messages).toMatchObject([{ failure: 'unreachable' }])
    queue.sendAgain('a')
    await settle()
    expect(seen.messages).toMatchObject([{ isSent: true }])
  })

  it('goes on after a message that was refused, and keeps it for its writer to decide', async () => {
    const { queue, stored, seen } = queueWith([{ is: 'failed', reason: 'fileRefused' }, { is: 'sent' }])
    await queue.add(message('a'))
    await queue.add(message('b'))
    await settle()
    expect(seen.messages).toMatchObject([
      { id: 'a', failure: 'fileRefused' },
      { id: 'b', isSent: true },
    ])
    expect([...stored.keys()]).toEqual(['a'])
    await queue.discard('a')
    expect(stored.size).toBe(0)
  })

  it('gets a new session once, and hands the file in anew', async () => {
    const { queue, seen } = queueWith([{ is: 'sessionRefused' }, { is: 'sent' }])
    await queue.add(
      message('a', { file: { name: 'a.png', blob: new Blob(['a']) }, receipt: 'of the old session' }),
    )
    await settle()
    expect(seen.renewals).toBe(1)
    expect(seen.attempts[1]).not.toHaveProperty('receipt')
    expect(seen.messages).toMatchObject([{ isSent: true }])
  })

  it('gives up when the new session is refused as well', async () => {
    const { queue, seen } = queueWith([{ is: 'sessionRefused' }])
    await queue.add(message('a'))
    await settle()
    expect(seen.renewals).toBe(1)
    expect(seen.messages).toMatchObject([{ failure: 'refused' }])
  })

  it('spares a retry the upload', async () => {
    const { queue, seen } = queueWith([{ is: 'later', why: 'offline', afterMs: undefined }, { is: 'sent' }])
    await queue.add(message('a', { file: { name: 'a.png', blob: new Blob(['a']) } }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(seen.attempts[1]).toMatchObject({ receipt: 'receipt' })
  })

  it('lets go of what the projection shows, though its answer was lost', async () => {
    const { queue, stored, seen } = queueWith([{ is: 'later', why: 'offline', afterMs: undefined }])
    await queue.add(message('a'))
    await settle()
    queue.arrived(new Set(['a']))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen.attempts).toHaveLength(1)
    expect(seen.messages).toEqual([])
    expect(stored.size).toBe(0)
  })
})
