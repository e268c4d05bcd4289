import type { CompanyId } from '#shared/domain/ids.ts'

/** What the page notes down of companies and their conversations; language, theme and layout are nobody's secret. */
const OF_COMPANIES = ['pact.draft.', 'pact.filter.', 'pact.recent.'] as const
const TRACES = [...OF_COMPANIES, 'pact.company', 'pact.person'] as const

type Concerns = (companyId: string) => boolean
const listeners = new Set<(concerns: Concerns) => void>()

/** Tells whoever holds notes in memory that those of some companies are to go. */
export function onForgotten(tell: (concerns: Concerns) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Removes those notes from this browser, of one company or of all. */
export function forgetTraces(companyId?: CompanyId): void {
  for (const tell of listeners) tell((id) => companyId === undefined || id === companyId)
  for (const key of keysOf(TRACES)) {
    if (!companyId || key.split('.').includes(companyId)) localStorage.removeItem(key)
  }
}

/** Keeps those of these companies alone, and of all together: one may have gone while no page was open. */
export function forgetOtherTraces(companyIds: readonly CompanyId[]): void {
  const kept = new Set<string>(['all', ...companyIds])
  for (const key of keysOf(OF_COMPANIES)) {
    if (!key.split('.').some((part) => kept.has(part))) localStorage.removeItem(key)
  }
}

function keysOf(traces: readonly string[]): string[] {
  return Object.keys(localStorage).filter((key) => traces.some((trace) => key.startsWith(trace)))
}
