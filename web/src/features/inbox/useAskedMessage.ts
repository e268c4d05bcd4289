import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { MessageId } from '#shared/domain/ids.ts'

/** Goes to the message an address names, once: coming back, one finds the end. */
export function useAskedMessage(goTo: (id: MessageId) => Promise<boolean>): void {
  const route = useRoute()
  const router = useRouter()

  watch(
    () => route.query.message,
    async (asked) => {
      const id = messageIdSchema.safeParse(asked).data
      if (!id) return
      await goTo(id)
      const { message: _, ...query } = route.query
      if (route.query.message === asked) await router.replace({ path: route.path, query })
    },
    { immediate: true },
  )
}
