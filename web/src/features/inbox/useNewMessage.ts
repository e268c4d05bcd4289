import { ref } from 'vue'
import type { Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export interface NewMessage {
  /** The dialog is fetched once it was wanted. */
  readonly isWanted: Ref<boolean>
  readonly isOpen: Ref<boolean>
  /** Whom to write to, where that is known. */
  readonly phone: Ref<string>
  open(phone: string): void
}

/** «+»: opened by its button, its key, or an address that asks for it (`?new`). */
export function useNewMessage(): NewMessage {
  const route = useRoute()
  const router = useRouter()
  const isWanted = ref(false)
  const isOpen = ref(false)
  const phone = ref('')

  function open(to: string) {
    phone.value = to
    isWanted.value = true
    isOpen.value = true
  }

  if (route.query.new !== undefined) {
    open(String(route.query.new ?? ''))
    const query = Object.entries(route.query).filter(([name]) => name !== 'new')
    void router.replace({ path: route.path, query: Object.fromEntries(query) })
  }
  return { isWanted, isOpen, phone, open }
}
