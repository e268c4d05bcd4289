import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RowGesture, SWIPE_PX } from '#web/features/inbox/RowGesture.ts'
import type { SwipeSide } from '#web/features/inbox/RowGesture.ts'

let allowed: readonly SwipeSide[]
let told: string[]
let shift: number
let gesture: RowGesture

beforeEach(() => {
  vi.useFakeTimers()
  allowed = ['left', 'right']
  told = []
  shift = 0
  gesture = new RowGesture({
    canSwipe: (side) => allowed.includes(side),
    onShift: (px) => (shift = px),
    onSwipe: (side) => told.push(side),
    onLongPress: (x, y) => told.push(`menu ${String(x)},${String(y)}`),
  })
})
afterEach(() => {
  vi.useRealTimers()
})

function drag(dx: number, dy = 0, from = 100): void {
  gesture.down(from, 300)
  for (let part = 1; part <= 10; part++) gesture.move(from + (dx * part) / 10, 300 + (dy * part) / 10)
}

describe('a finger on a row', () => {
  it.each([
    [SWIPE_PX, 'right'],
    [-SWIPE_PX, 'left'],
  ] as const)('that goes %i px aside swipes it %s', (dx, side) => {
    drag(dx)
    expect(shift).toBe(dx)
    expect(told).toEqual([])
    gesture.up()
    expect(told).toEqual([side])
    expect(shift).toBe(0)
    expect(gesture.isSpent()).toBe(true)
  })

  it('that comes back changes nothing, and is no click', () => {
    drag(SWIPE_PX)
    gesture.move(105, 300)
    gesture.up()
    expect(told).toEqual([])
    expect(shift).toBe(0)
    expect(gesture.isSpent()).toBe(true)
  })

  it('that goes up or down scrolls', () => {
    drag(30, 120)
    expect(shift).toBe(0)
    gesture.up()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
    expect(gesture.isSpent()).toBe(false)
  })

  it('swipes to no side that means nothing', () => {
    allowed = ['left']
    drag(SWIPE_PX)
    expect(shift).toBe(0)
    gesture.up()
    expect(told).toEqual([])
  })

  it('leaves the edge of the screen to the system', () => {
    drag(SWIPE_PX, 0, 5)
    gesture.up()
    expect(told).toEqual([])
  })

  it('that rests asks for the menu where it rests', () => {
    gesture.down(40, 300)
    gesture.move(43, 302)
    vi.advanceTimersByTime(500)
    expect(told).toEqual(['menu 40,300'])
    gesture.up()
    expect(gesture.isSpent()).toBe(true)
  })

  it('that taps is a click', () => {
    gesture.down(40, 300)
    vi.advanceTimersByTime(100)
    gesture.up()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
    expect(gesture.isSpent()).toBe(false)
  })

  it('taken away by scrolling does nothing', () => {
    drag(SWIPE_PX)
    gesture.cancel()
    gesture.up()
    expect(told).toEqual([])
    expect(shift).toBe(0)
  })
})
