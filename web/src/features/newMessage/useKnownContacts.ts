import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Sight } from '#shared/domain/sight.ts'
import { contactsOfPhone } from '#web/firebase/contactsOfPhone.ts'
import type { KnownContact } from '#web/firebase/contactsOfPhone.ts'

/** Whoever types on is not asked after every digit. */
const SETTLED_MS = 250

interface Asked {
  readonly companyId: CompanyId
  readonly sights: readonly Sight[]
  /** As E.164 once it is whole; '' before. */
  readonly phone: () => string
}

/** The contacts we have under a phone; none while it is not whole. */
export function useKnownContacts({
  companyId,
  sights,
  phone,
}: Asked): Readonly<Ref<readonly KnownContact[]>> {
  const known = shallowRef<readonly KnownContact[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(asked: string) {
    // Without an answer nothing is offered; the server looks again before it sends.
    const found = await contactsOfPhone(companyId, sights, asked).catch(() => [])
    if (asked === phone()) known.value = found
  }

  watch(
    phone,
    (asked) => {
      clearTimeout(timer)
      known.value = []
      if (asked) timer = setTimeout(() => void look(asked), SETTLED_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return known
}
