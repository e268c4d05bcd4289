import { describe, expect, it } from 'vitest'
import { PORT_OFFSETS, localPort } from '#shared/local/ports.ts'

/** `npm start` and `npm test` stand this far from each other. */
const STEP = 100

describe('the local stack’s ports', () => {
  it('are all different', () => {
    const offsets = Object.values(PORT_OFFSETS)
    expect(new Set(offsets).size).toBe(offsets.length)
  })

  it('begin with the page’s own', () => {
    expect(localPort(5100, 'hosting')).toBe(5100)
    expect(Math.min(...Object.values(PORT_OFFSETS))).toBe(0)
  })

  it('leave room for the next stack', () => {
    expect(Math.max(...Object.values(PORT_OFFSETS))).toBeLessThan(STEP)
  })

  it('move with the base', () => {
    expect(localPort(5200, 'firestore') - localPort(5100, 'firestore')).toBe(STEP)
  })
})
