import { describe, expect, it } from 'vitest'
import { pictureRatio } from '#web/features/inbox/pictureRatio.ts'

describe('pictureRatio', () => {
  it('keeps the picture’s own place, never higher than 320', () => {
    expect(pictureRatio({ width: 552, height: 400 })).toBe('276 / 200')
    expect(pictureRatio({ width: 600, height: 6000 })).toBe('276 / 320')
  })

  it('keeps some place for a picture of unknown measures', () => {
    expect(pictureRatio({})).toBe('276 / 200')
  })
})
