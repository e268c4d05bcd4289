import { describe, expect, it } from 'vitest'
import { readSource, sourceFiles } from './sourceFiles.ts'

/** Whatever speaks to contacts or to other programs: the cloud, the channels, the widget, what is exported. */
const outward = sourceFiles(
  '{channels,crm,functions/src}/**/*.ts',
  'web/widget/**/*.{ts,vue}',
  'web/src/features/inbox/export/*.{ts,vue}',
  'web/src/firebase/fetchArchive.ts',
)

const SPEAKS_OF_NOTES =
  /['"`]notes['"`]|\/notes\b|domain\/note\.ts|firebase\/notes\.ts|noteSchema|noteChanges/

describe('notes', () => {
  it('are looked for in more than a handful of files', () => {
    expect(outward.length).toBeGreaterThan(100)
    expect(readSource('web/src/firebase/notes.ts')).toMatch(SPEAKS_OF_NOTES)
  })

  it('are read by nothing that speaks outward', () => {
    expect(outward.filter((path) => SPEAKS_OF_NOTES.test(readSource(path)))).toEqual([])
  })
})
