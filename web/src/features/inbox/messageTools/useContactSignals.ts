import { SECOND_MS } from '#shared/domain/time.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { manifestOf } from '../channelLook.ts'

/** Messengers show it for about as long. */
const TYPING_EVERY_MS = 5 * SECOND_MS

interface ContactSignals {
  /** Somebody writes; told now and then. */
  typing(): void
  /** With a message the messenger's own sign ends: who writes on is told of at once. */
  sent(): void
  read(): void
}

/** Shows the customer that he is being answered, and was read, where his channel can. A lost signal is no loss. */
export function useContactSignals(place: ConversationPlace, channelKind: () => string): ContactSignals {
  let toldAt = 0
  const supports = () => manifestOf(channelKind())?.supports
  const tell = async (signal: 'typing' | 'read') => {
    const { signalContact } = await import('#web/firebase/messageChanges.ts')
    await signalContact(place, signal).catch(() => undefined)
  }
  return {
    typing() {
      if (!supports()?.typing || Date.now() - toldAt < TYPING_EVERY_MS) return
      toldAt = Date.now()
      void tell('typing')
    },
    sent() {
      toldAt = 0
    },
    read() {
      if (supports()?.readMarks) void tell('read')
    },
  }
}
