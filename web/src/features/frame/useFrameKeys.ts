import { onScopeDispose } from 'vue'
import { SECOND_MS } from '#shared/domain/time.ts'
import { areLettersOn } from '#web/stores/letterKeys.ts'
import { isCovered, isInText } from '#web/ui/keyTarget.ts'

export interface FrameKeys {
  search(): void
  help(): void
  /** By its place in the menu, the first is 0. */
  openSection(at: number): void
}

/** After `G` a digit names a section for so long. */
const DIGIT_WITHIN_MS = 1.5 * SECOND_MS

const DIGIT = /^(?:Digit|Numpad)(\d)$/

/** Keys that act in every section, bound to the key's place: `Ctrl K`, `/`, `?`, `G` and a digit. */
export function useFrameKeys(keys: FrameKeys): void {
  let goingSince = -Infinity

  /** A digit after `G`, however the layout writes it. */
  function sectionOf({ code }: KeyboardEvent): number | null {
    const digit = DIGIT.exec(code)?.[1]
    const isGoing = performance.now() - goingSince < DIGIT_WITHIN_MS
    goingSince = -Infinity
    return isGoing && digit !== undefined ? (Number(digit) + 9) % 10 : null
  }

  function letterAction(event: KeyboardEvent): (() => void) | undefined {
    if (!areLettersOn.value || isInText(event.target) || event.altKey) return undefined
    const section = sectionOf(event)
    if (event.code === 'Slash') return event.shiftKey ? keys.help : keys.search
    if (event.shiftKey) return undefined
    if (section !== null)
      return () => {
        keys.openSection(section)
      }
    if (event.code === 'KeyG')
      return () => {
        goingSince = performance.now()
      }
    return undefined
  }

  function actionOf(event: KeyboardEvent): (() => void) | undefined {
    if (event.defaultPrevented || isCovered()) return undefined
    if (!event.ctrlKey && !event.metaKey) return letterAction(event)
    return event.code === 'KeyK' && !event.shiftKey && !event.altKey ? keys.search : undefined
  }

  function onKeydown(event: KeyboardEvent): void {
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    action()
  }

  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKeydown)
  })
}
