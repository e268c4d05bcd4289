import { expect, it } from 'vitest'
import { areLettersOn, setLetters } from '#web/stores/letterKeys.ts'

it('letters act until they are switched off, and stay so in this browser', () => {
  expect(areLettersOn.value).toBe(true)
  setLetters(false)
  expect([areLettersOn.value, localStorage.getItem('pact.letterKeys')]).toEqual([false, 'off'])
  setLetters(true)
  expect([areLettersOn.value, localStorage.getItem('pact.letterKeys')]).toEqual([true, null])
})
