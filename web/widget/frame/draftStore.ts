import { whereAllowed } from './whereAllowed.ts'

export interface DraftStore {
  load(): string
  save(draft: string): void
}

/** What the visitor has begun to write survives a change of page. */
export function draftStore(widgetId: string, storage: () => Storage): DraftStore {
  const key = `pact-widget-draft:${widgetId}`
  return {
    load: () => whereAllowed(() => storage().getItem(key)) ?? '',
    save: (draft) => {
      whereAllowed(() => {
        storage().setItem(key, draft)
      })
    },
  }
}
