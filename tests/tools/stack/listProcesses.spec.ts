import { describe, expect, it } from 'vitest'
import { listProcesses, parseStat } from '#tools/stack/listProcesses.ts'

describe('parseStat', () => {
  it('is not misled by brackets and blanks in a name', () => {
    const after = Array.from({ length: 30 }, (_, at) => String(at + 4)).join(' ')
    expect(parseStat(7, `7 (a) b (c) S ${after}`)).toEqual({ pid: 7, parent: 4, started: '22' })
  })
})

describe('listProcesses', () => {
  it('knows this process and its parent', () => {
    expect(listProcesses()).toContainEqual(
      expect.objectContaining({ pid: process.pid, parent: process.ppid }),
    )
  })
})
