import { describe, expect, it } from 'vitest'
import { isColour } from '../../../web/widget/isColour.ts'

describe('a colour', () => {
  it.each(['#0b6670', '#FFD400'])('is %s', (value) => {
    expect(isColour(value)).toBe(true)
  })

  it.each(['', 'red', '#fff', '#0b66700', '0b6670', '#0b667g', '#0b6670;}', ' #0b6670', null, 7])(
    'is not %j',
    (value) => {
      expect(isColour(value)).toBe(false)
    },
  )
})
