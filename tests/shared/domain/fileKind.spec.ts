import { describe, expect, it } from 'vitest'
import { fileKind } from '#shared/domain/fileKind.ts'

describe('a file of ours goes out', () => {
  it.each([
    ['image', 'image/png'],
    ['video', 'video/mp4'],
    ['audio', 'audio/mpeg'],
    ['document', 'application/pdf'],
    ['document', 'image/svg+xml'],
    ['document', ''],
  ])('as %s: %s', (kind, type) => {
    expect(fileKind(type)).toBe(kind)
  })
})
