import { ref } from 'vue'
import type { Ref } from 'vue'

const STORED = 'pact.letterKeys'
const OFF = 'off'

const isOn = ref(localStorage.getItem(STORED) !== OFF)

/** Whether keys that type something act on the page: who dictates, or hits keys unmeant, does without (WCAG 2.1.4). */
export const areLettersOn: Readonly<Ref<boolean>> = isOn

export function setLetters(on: boolean): void {
  isOn.value = on
  if (on) localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, OFF)
}
