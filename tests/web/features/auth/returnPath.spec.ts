import { expect, it } from 'vitest'
import { returnPath } from '#web/features/auth/returnPath.ts'

it.each(['/c/teply/inbox', '/c/teply/inbox/abc?filter=all#end', '/'])('goes back to %s', (path) => {
  expect(returnPath(path)).toBe(path)
})

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example/inbox',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  '/%2e//elsewhere.example',
  '/..//elsewhere.example/?x#y',
  'javascript:alert(1)',
  'c/teply',
  '',
  undefined,
  ['/c/teply'],
])('never leaves our own pages: %j', (asked) => {
  expect(returnPath(asked)).toBe('/')
})
