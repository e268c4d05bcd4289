import type { Chat } from './Chat.ts'
import type { SendFault } from './faults.ts'
import type { FileStore } from './FileStore.ts'
import type { RateLimiter } from './RateLimiter.ts'
import type { WebhookSender } from './webhook/WebhookSender.ts'

export interface Bot {
  readonly id: number
  readonly token: string
  readonly username: string
  readonly name: string
  readonly chats: Map<number, Chat>
  readonly files: FileStore
  readonly limiter: RateLimiter
  readonly webhook: WebhookSender
  sendFault: SendFault | undefined
}
