/** Saves what changes, soon after it did. */
export interface Saving {
  /** Something is not as it was saved. */
  changed(): void
  /** Saves what is not saved yet, and no more. */
  close(): Promise<void>
}

const SOON_MS = 500

/** Many changes make one save; a save that failed is told, and tried again with the next change. */
export function keepSaving(save: () => Promise<void>, report: (error: unknown) => void): Saving {
  let timer: NodeJS.Timeout | undefined
  let saving = Promise.resolve()
  let isClosed = false
  const saveNow = (): void => {
    timer = undefined
    saving = saving.then(save).catch(report)
  }

  return {
    changed() {
      if (!isClosed) timer ??= setTimeout(saveNow, SOON_MS)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      if (timer) saveNow()
      await saving
    },
  }
}
