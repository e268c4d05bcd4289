import { expect, it } from 'vitest'
import { initialsOf } from '#web/ui/initialsOf.ts'

it.each([
  ['Анна Светлова', 'АС'],
  ['дмитрий', 'Д'],
  ['Комод «Сканди», белый', 'КС'],
  ['+7 900 000-04-18', '#'],
  ['', '#'],
  ['Гость 2731', 'Г'],
])('%j wears %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
