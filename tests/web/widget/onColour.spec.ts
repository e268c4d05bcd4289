import { describe, expect, it } from 'vitest'
import { contrast, onColour } from '../../../web/widget/onColour.ts'

describe('text on a company’s colour', () => {
  it.each([
    ['#0b6670', '#ffffff'],
    ['#000000', '#ffffff'],
    ['#ffffff', '#000000'],
    ['#ffd400', '#000000'],
    ['#8A4B2A', '#ffffff'],
  ])('on %s is %s', (colour, text) => {
    expect(onColour(colour)).toBe(text)
  })

  it('can be read on any colour', () => {
    const steps = ['00', '33', '66', '77', '99', 'cc', 'ff']
    const colours = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
    )
    expect(colours.filter((colour) => contrast(colour, onColour(colour)) < 4.5)).toEqual([])
  })
})
