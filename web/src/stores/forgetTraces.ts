import type { CompanyId } from '#shared/domain/ids.ts'

/** What the page notes down of companies and their conversations; language, theme and layout are nobody's secret. */
const TRACES = ['pact.draft.', 'pact.filter.', 'pact.company', 'pact.recent.'] as const

/** Removes those notes from this browser, of one company or of all. */
export function forgetTraces(companyId?: CompanyId): void {
  const keys = Object.keys(localStorage).filter((key) => TRACES.some((trace) => key.startsWith(trace)))
  for (const key of keys) {
    if (!companyId || key.includes(companyId)) localStorage.removeItem(key)
  }
}
