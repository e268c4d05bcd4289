import { expect, it } from 'vitest'
import { regroupPhone } from '#web/ui/regroupPhone.ts'

/** `|` stands where the caret is. */
function typed(marked: string) {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') }
}

function marked({ text, caret }: { text: string; caret: number }): string {
  return `${text.slice(0, caret)}|${text.slice(caret)}`
}

it.each([
  ['+7 9000|', '+7 900 0|'],
  ['+7 900 0000|', '+7 900 000-0|'],
  ['+7 9010| 000-01-4', '+7 901 0|00-00-14'],
  ['+7 1|900 000-01-4', '+7 1|90 000-00-14'],
  ['+7 89000000142|', '+7 900 000-01-42|'],
  ['+7 +375291234567|', '+375291234567|'],
  ['|', '|'],
  ['+|', '+|'],
])('%j becomes %j', (before, after) => {
  expect(marked(regroupPhone(typed(before)))).toBe(after)
})
