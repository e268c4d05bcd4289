import { onScopeDispose } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { acquireTemplates, releaseTemplates } from '#web/firebase/heldTemplates.ts'
import type { CompanyTemplate } from '#web/firebase/templates.ts'

/** A company's templates, live; null until known. */
export function useTemplates(companyId: CompanyId): Readonly<ShallowRef<readonly CompanyTemplate[] | null>> {
  onScopeDispose(() => {
    releaseTemplates(companyId)
  })
  return acquireTemplates(companyId)
}
