import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the frame shows of the inbox; the inbox keeps it up to date. */
export const useInboxCounts = defineStore('inboxCounts', () => {
  /** For the rail's badge; null while unknown. */
  const unanswered = ref<number | null>(null)
  return { unanswered }
})
