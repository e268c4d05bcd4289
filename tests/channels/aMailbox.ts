import type { Mailbox } from '#channels/adapter.ts'

const refuse = () => Promise.reject(new Error('nothing was to be put here'))

/** A mailbox nothing is to be put into, but for what the test says. */
export function aMailbox(change: Partial<Mailbox> = {}): Mailbox {
  return {
    put: refuse,
    edit: refuse,
    delete: refuse,
    react: refuse,
    showTyping: refuse,
    markRead: refuse,
    ...change,
  }
}
