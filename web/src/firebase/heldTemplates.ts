import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { followTemplates } from './templates.ts'
import type { CompanyTemplate } from './templates.ts'

/** Who goes from one conversation to the next does not pay for the same templates again. */
const KEPT_MS = 10 * MINUTE_MS

interface Held {
  /** Null until known. */
  readonly templates: ShallowRef<readonly CompanyTemplate[] | null>
  users: number
  timer: ReturnType<typeof setTimeout> | undefined
  stop(): void
}

const held = new Map<CompanyId, Held>()

function hold(companyId: CompanyId): Held {
  const templates = shallowRef<readonly CompanyTemplate[] | null>(null)
  const stop = followTemplates(companyId, (all) => (templates.value = all))
  const entry = { templates, users: 0, timer: undefined, stop }
  held.set(companyId, entry)
  return entry
}

/** A company's templates, live until they are released as often as they were asked for, and a while longer. */
export function acquireTemplates(companyId: CompanyId): Held['templates'] {
  const entry = held.get(companyId) ?? hold(companyId)
  clearTimeout(entry.timer)
  entry.users++
  return entry.templates
}

export function releaseTemplates(companyId: CompanyId): void {
  const entry = held.get(companyId)
  if (!entry) return
  entry.users--
  if (entry.users > 0) return
  entry.timer = setTimeout(() => {
    forgetTemplates(companyId)
  }, KEPT_MS)
}

export function forgetTemplates(companyId: CompanyId): void {
  const entry = held.get(companyId)
  if (!entry) return
  clearTimeout(entry.timer)
  entry.stop()
  entry.templates.value = []
  held.delete(companyId)
}
