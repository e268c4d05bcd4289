import { describe, expect, it, vi } from 'vitest'
import { keepSaving } from '#tools/simulators/state/keepSaving.ts'

function counter(): { saves: () => number; count: () => Promise<void> } {
  let saves = 0
  const count = (): Promise<void> => {
    saves++
    return Promise.resolve()
  }
  return { saves: () => saves, count }
}

describe('keepSaving', () => {
  it('makes one save of many changes', async () => {
    const { saves, count } = counter()
    const saving = keepSaving(count, vi.fn())
    for (let change = 0; change < 100; change++) saving.changed()

    await expect.poll(saves).toBe(1)
    await saving.close()
    expect(saves()).toBe(1)
  })

  it('saves what is not saved yet when it ends, and nothing after', async () => {
    const { saves, count } = counter()
    const saving = keepSaving(count, vi.fn())
    saving.changed()
    await saving.close()
    saving.changed()
    await saving.close()

    expect(saves()).toBe(1)
  })

  it('tells of a save that failed, and goes on', async () => {
    const told: unknown[] = []
    const rooms = [false, true]
    const saving = keepSaving(
      () => (rooms.shift() ? Promise.resolve() : Promise.reject(new Error('no room'))),
      (error) => told.push(error),
    )
    saving.changed()
    await expect.poll(() => told).toHaveLength(1)
    saving.changed()
    await saving.close()

    expect(rooms).toEqual([])
    expect(told).toHaveLength(1)
  })
})
