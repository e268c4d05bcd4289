import { describe, expect, it } from 'vitest'
import { nextInGrid } from '#web/features/emoji/nextInGrid.ts'

/** 0 1 2 / 3 4 5 / 6 7 */
const grid = { count: 8, columns: 3 }

describe('a key in a grid', () => {
  it.each([
    ['ArrowRight', 4, 5],
    ['ArrowRight', 5, 6],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 4, 7],
    ['ArrowUp', 4, 1],
    ['Home', 5, 3],
    ['End', 3, 5],
    ['End', 6, 7],
  ])('%s leads from %i to %i', (key, at, next) => {
    expect(nextInGrid(key, at, grid)).toBe(next)
  })

  it.each([
    ['ArrowLeft', 0],
    ['ArrowRight', 7],
    ['ArrowUp', 2],
    ['ArrowDown', 5],
    ['Enter', 4],
  ])('%s leads nowhere from %i', (key, at) => {
    expect(nextInGrid(key, at, grid)).toBeNull()
  })
})
