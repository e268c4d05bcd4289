import { describe, expect, it } from 'vitest'
import { findInCss } from '#tools/checks/findInCss.ts'

describe('findInCss', () => {
  it.each([
    ['@layer a{b{color:red}}', '@layer'],
    ['@container (min-width:1px){b{color:red}}', '@container'],
    ['a:has(b){color:red}', ':has()'],
    ['a{color:red;& b{color:blue}}', 'nested rule'],
    ['@media (width>=600px){a{color:red}}', 'media range'],
    ['a:hover,a:focus-visible{color:red}', ':focus-visible'],
    ['a{color:color-mix(in srgb,red,blue)}', 'no fallback'],
    ['a{height:100dvh}', 'no fallback'],
    ['a{color:red}a{height:100vh}b{height:100dvh}', 'no fallback'],
  ])('finds what old browsers drop: %s', (css, finding) => {
    expect(findInCss(css).join()).toContain(finding)
  })

  it.each([
    'a{color:red}',
    'a{height:100vh;height:100dvh}',
    'a{--mixed:color-mix(in srgb,red,blue)}',
    'a:focus-visible,b:focus-visible{color:red}',
    'a:not(.b,.c):focus-visible{color:red}',
    'a::before{content:"@layer :has("}',
    '/* @layer */a{color:red}',
    '@media (min-width:600px){a{color:red}}',
  ])('lets pass what they know: %s', (css) => {
    expect(findInCss(css)).toEqual([])
  })
})
