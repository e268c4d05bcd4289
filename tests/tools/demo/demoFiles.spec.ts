import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, it } from 'vitest'
import { demoFile } from '#tools/demo/demoFiles.ts'

describe('demoFile', () => {
  it.each(['pled.png', 'schet-4190.pdf', 'nakladnaya.pdf'] as const)('%s is what it says', async (name) => {
    const { bytes, contentType, size } = demoFile(name)
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(contentType)
    expect(size).toBe(bytes.length)
  })
})
