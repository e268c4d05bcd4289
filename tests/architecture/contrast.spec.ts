import { describe, expect, it } from 'vitest'
import { readSource } from './sourceFiles.ts'

type Theme = 'light' | 'dark'

const css = readSource('web/src/app/tokens.css')

function tokensIn(selector: string): Record<string, string> {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head = '']) => head.includes(selector))
  const pairs = blocks.flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)])
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
}

const shared = tokensIn(':root')
const themes: Record<Theme, Record<string, string>> = {
  light: { ...shared, ...tokensIn("[data-theme='light']") },
  dark: { ...shared, ...tokensIn("[data-theme='dark']") },
}

/** Relative luminance, WCAG 2.x. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = 4.5
const MARK = 3
const panes = ['surface', 'surface-2', 'canvas', 'chrome', 'hover', 'pressed', 'selected']
const meaning = ['surface', 'hover', 'selected', 'canvas', 'surface-2']
const eight = ['1', '2', '3', '4', '5', '6', '7', '8']

const needs: readonly (readonly [mark: string, grounds: readonly string[], ratio: number])[] = [
  ['text-1', panes, TEXT],
  ['text-2', panes, TEXT],
  ['text-3', panes, TEXT],
  ['primary', ['surface', 'canvas', 'chrome', 'hover', 'selected'], TEXT],
  ['link', ['surface', 'canvas', 'chrome', 'hover', 'selected', 'bubble-in', 'bubble-out'], TEXT],
  ['on-primary', ['primary', 'primary-hover'], TEXT],
  ['on-primary-soft', ['primary-soft'], TEXT],
  ['success', [...meaning, 'success-soft'], TEXT],
  ['on-success-soft', ['success-soft'], TEXT],
  ['warning', [...meaning, 'warning-soft'], TEXT],
  ['on-warning-soft', ['warning-soft'], TEXT],
  ['error', [...meaning, 'error-soft', 'bubble-out'], TEXT],
  ['on-error-soft', ['error-soft'], TEXT],
  ['info', [...meaning, 'info-soft'], TEXT],
  ['on-info-soft', ['info-soft'], TEXT],
  ['on-bubble-in', ['bubble-in'], TEXT],
  ['meta-bubble-in', ['bubble-in'], TEXT],
  ['on-bubble-out', ['bubble-out'], TEXT],
  ['meta-bubble-out', ['bubble-out'], TEXT],
  ['on-bubble-note', ['bubble-note'], TEXT],
  ['meta-bubble-note', ['bubble-note'], TEXT],
  ['tick-read', ['bubble-out'], MARK],
  ['on-badge', ['badge'], TEXT],
  ['on-badge-muted', ['badge-muted'], TEXT],
  ['line-strong', ['surface', 'canvas', 'surface-2'], MARK],
  ['focus', ['surface', 'canvas', 'chrome', 'selected', 'hover'], MARK],
  ['badge', ['surface', 'selected'], MARK],
  ['series-1', ['surface'], MARK],
  ['series-2', ['surface'], MARK],
  ['series-3', ['surface'], MARK],
  ['series-prev', ['surface'], MARK],
  ['heat-5', ['surface'], MARK],
  // A toast is drawn the other way round.
  ['surface', ['text-1', 'error'], TEXT],
  ...eight.map((n) => [`on-av-${n}`, [`av-${n}`], TEXT] as const),
]

const whiteOn: readonly (readonly [prefix: string, ratio: number])[] = [
  ['ch-', MARK],
  ['co-', TEXT],
]

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  const tokens = themes[theme]

  it.each(needs)('%s is legible on %j', (mark, grounds, ratio) => {
    for (const ground of grounds) {
      expect(tokens[mark], mark).toBeDefined()
      expect(tokens[ground], ground).toBeDefined()
      expect(
        contrast(tokens[mark] ?? '', tokens[ground] ?? ''),
        `${mark} on ${ground}`,
      ).toBeGreaterThanOrEqual(ratio)
    }
  })

  it.each(whiteOn)('white is legible on every --%s colour', (prefix, ratio) => {
    const grounds = Object.entries(tokens).filter(([name]) => name.startsWith(prefix))
    expect(grounds.length).toBeGreaterThanOrEqual(8)
    expect(grounds.filter(([, value]) => contrast('#ffffff', value) < ratio)).toEqual([])
  })
})

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#0b6670', '#0b6670')).toBe(1)
  })

  it('is read from tokens that differ between the themes', () => {
    expect(themes.light['surface']).toBe('#ffffff')
    expect(themes.dark['surface']).toBe('#151c1f')
  })
})
