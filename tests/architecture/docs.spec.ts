import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInRepository, readSource, sourceFiles } from './sourceFiles.ts'

const documents = [...sourceFiles('*.md'), ...sourceFiles('docs/**/*.md')]

/** `functions/src/inbox/drainLane.ts`; neither a pattern nor an example. */
const REPOSITORY_PATH = /`((?:shared|channels|crm|functions|web|tests|tools|docs)\/[\w./-]+)`/g

function namedPaths(document: string): string[] {
  return [...readSource(document).matchAll(REPOSITORY_PATH)].map(([, path]) => path ?? '')
}

function linkedPaths(document: string): string[] {
  const links = readSource(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)
  return [...links].map(([, path]) => posix.join(posix.dirname(document), path ?? ''))
}

/** How adding a channel would go is told with one that is not there. */
function isExample(path: string): boolean {
  return /(?:^|\/)vk(?:\/|$)/.test(path)
}

describe('docs', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThan(10)
    expect(documents.flatMap(namedPaths).length).toBeGreaterThan(20)
  })

  it.each(documents)('%s names only what is there', (document) => {
    const paths = [...namedPaths(document), ...linkedPaths(document)]
    expect(paths.filter((path) => !isInRepository(path) && !isExample(path))).toEqual([])
  })
})
