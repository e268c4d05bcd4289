import { inject, provide } from 'vue'
import type { InjectionKey } from 'vue'
import type { ThreadMessage } from '#web/firebase/messages.ts'
import type { MessagePermits } from './messagePermits.ts'

/** What a thread lets be done to its messages, for each bubble to reach. */
export interface MessageTools {
  readonly channelKind: string
  /** The reply window is closed, and an approved template would pass. */
  readonly offersTemplate: boolean
  permitsOf(message: ThreadMessage): MessagePermits
  reply(message: ThreadMessage): void
  copy(message: ThreadMessage): void
  edit(message: ThreadMessage): void
  /** It reaches the customer: asked once. */
  askToDelete(message: ThreadMessage): void
  /** Opens the approved templates. */
  chooseTemplate(): void
  /** '' takes it away. */
  react(message: ThreadMessage, emoji: string): void
}

const key: InjectionKey<MessageTools> = Symbol('message tools')

export function provideMessageTools(tools: MessageTools): MessageTools {
  provide(key, tools)
  return tools
}

export function useMessageTools(): MessageTools {
  const tools = inject(key)
  if (!tools) throw new Error('a message stands outside of its thread')
  return tools
}
