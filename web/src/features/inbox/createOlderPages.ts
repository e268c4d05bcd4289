import type { Cursor, Page } from '#web/firebase/pages.ts'
import { untilRetry } from '#web/firebase/untilRetry.ts'

interface OlderPagesOptions<T> {
  fetch(after: Cursor | null): Promise<Page<T>>
  momentOf(item: T): number
  onItems(items: readonly T[]): void
}

/** Pages of what stands beside the messages, newest first, read as far back as the messages reach. */
export function createOlderPages<T>({ fetch, momentOf, onItems }: OlderPagesOptions<T>) {
  let next: Cursor | null = null
  let oldest = Infinity
  let wanted = Infinity
  let reading: Promise<void> | null = null

  async function readPage() {
    const page = await fetch(next)
    const last = page.items[page.items.length - 1]
    next = page.next
    oldest = page.next && last ? momentOf(last) : -Infinity
    onItems(page.items)
  }

  /** Pages that do not come are asked for until they do. */
  async function readAll(isOver: () => boolean) {
    while (oldest > wanted && !isOver()) await readPage().catch(() => untilRetry())
  }

  return {
    /** Reads on until nothing younger than `since` is missing, or it `isOver`. */
    async reach(since: number, isOver: () => boolean): Promise<void> {
      wanted = Math.min(wanted, since)
      reading ??= readAll(isOver).finally(() => (reading = null))
      await reading
    },
  }
}
