import { onColour } from '../../onColour.ts'

/** Dresses the chat in the company's colour. */
export function setColour(colour: string): void {
  const { style } = document.documentElement
  style.setProperty('--brand', colour)
  style.setProperty('--on-brand', onColour(colour))
}
