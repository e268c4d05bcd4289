import type { Cursor, Page } from '#web/firebase/pages.ts'

interface OlderPagesOptions<T> {
  fetch(after: Cursor | null): Promise<Page<T>>
  momentOf(item: T): number
  onItems(items: readonly T[]): void
}

/** Pages of what stands beside the messages, newest first, read as far back as the messages reach. */
export function createOlderPages<T>({ fetch, momentOf, onItems }: OlderPagesOptions<T>) {
  let next: Cursor | null = null
  let oldest = Infinity
  let isReading = false

  async function readPage() {
    const page = await fetch(next)
    const last = page.items[page.items.length - 1]
    next = page.next
    oldest = page.next && last ? momentOf(last) : -Infinity
    onItems(page.items)
  }

  async function readUntil(since: number) {
    while (oldest > since) await readPage()
  }

  return {
    /** Reads on until nothing younger than `since` is missing. What a broken connection left out comes with the next call. */
    async reach(since: number): Promise<void> {
      if (isReading) return
      isReading = true
      await readUntil(since).catch(() => undefined)
      isReading = false
    },
  }
}
