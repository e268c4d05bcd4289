import { describe, expect, it } from 'vitest'
import { findInScript } from '#tools/checks/findInScript.ts'

describe('findInScript', () => {
  it.each([
    ['class A{static{f()}}', 'class static block'],
    ['await f()', 'top-level await'],
    ['class A{#x;static is(y){return #x in y}}', '#x in'],
    ['a.replace(/(?<=x)y/,"")', 'lookbehind'],
    ['a.test(/[a--b]/v)', 'regex flag v'],
    ['structuredClone(a)', 'structuredClone'],
    ['new BroadcastChannel("x")', 'BroadcastChannel'],
    ['crypto.randomUUID()', 'randomUUID'],
    ['a.toReversed()', 'toReversed'],
  ])('finds what old browsers stumble over: %s', (script, finding) => {
    expect(findInScript(script, { isFilled: true }).join()).toContain(finding)
  })

  it.each([
    'async function f(){await g()}',
    'a.replace(/(?<name>x)y/u,"")',
    'typeof structuredClone=="function"&&structuredClone(a)',
    'crypto.randomUUID?.()',
    'crypto.randomUUID?crypto.randomUUID():f()',
  ])('lets pass what they know, and what is tested for: %s', (script) => {
    expect(findInScript(script, { isFilled: false })).toEqual([])
  })

  it('takes what the app fills in, where it does', () => {
    expect(findInScript('a.at(-1)', { isFilled: true })).toEqual([])
    expect(findInScript('a.at(-1)', { isFilled: false })).toHaveLength(1)
  })
})
