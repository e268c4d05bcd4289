import type { Line } from '../lines.ts'
import { lineElement } from './lineElement.ts'
import type { Setting } from './lineElement.ts'

interface Placed {
  readonly print: string
  readonly element: HTMLElement
}

export type PlacedLines = ReadonlyMap<string, Placed>

/** Keeps the elements of lines that did not change: focus, pictures and the reader's place survive. */
export function placeLines(
  rows: HTMLElement,
  lines: readonly Line[],
  before: PlacedLines,
  setting: Setting,
): PlacedLines {
  const after = new Map<string, Placed>()
  for (const line of lines) {
    const print = JSON.stringify(line)
    const known = before.get(line.key)
    after.set(line.key, known?.print === print ? known : { print, element: lineElement(line, setting) })
  }
  for (const [key, { element }] of before) {
    if (after.get(key)?.element !== element) element.remove()
  }
  let next = rows.firstChild
  for (const { element } of after.values()) {
    if (element === next) next = next.nextSibling
    else rows.insertBefore(element, next)
  }
  return after
}
