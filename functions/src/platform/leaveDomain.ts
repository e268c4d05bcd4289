import process from 'node:process'

/** The one method of https://nodejs.org/api/domain.html used here; the module is deprecated, so untyped. */
interface Leavable {
  exit(): void
}

function isLeavable(domain: unknown): domain is Leavable {
  return (
    typeof domain === 'object' && domain !== null && 'exit' in domain && typeof domain.exit === 'function'
  )
}

/**
 * functions-framework runs each request in a `domain`, which pairs every promise with it by an async
 * hook: a third of an ingest's processor time. Our handlers settle all their promises themselves, so
 * they step out first. See https://github.com/GoogleCloudPlatform/functions-framework-nodejs
 */
export function leaveDomain(): void {
  const domain: unknown = 'domain' in process ? process.domain : undefined
  if (isLeavable(domain)) domain.exit()
}
