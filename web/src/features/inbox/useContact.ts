import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Contact } from '#shared/domain/contact.ts'
import type { CompanyId, ContactId } from '#shared/domain/ids.ts'
import { watchContact } from '#web/firebase/contacts.ts'

interface LiveContact {
  readonly contact: Readonly<ShallowRef<Contact | null>>
  readonly hasFailed: Readonly<Ref<boolean>>
}

export function useContact(companyId: CompanyId, contactId: ContactId): LiveContact {
  const contact = shallowRef<Contact | null>(null)
  const hasFailed = ref(false)
  const stop = watchContact(companyId, contactId, {
    next(value) {
      contact.value = value
      hasFailed.value = value === null
    },
    failed() {
      hasFailed.value = contact.value === null
    },
  })
  onScopeDispose(stop)
  return { contact, hasFailed }
}
