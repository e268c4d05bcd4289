import { inject, provide } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'

/** Who works here, and what every part of the inbox asks for. */
export interface InboxContext {
  readonly companyId: CompanyId
  readonly companyName: Readonly<Ref<string>>
  readonly member: Readonly<Ref<{ readonly id: UserId; readonly name: string; readonly isAdmin: boolean }>>
  readonly channels: Readonly<Ref<ReadonlyMap<string, CompanyChannel>>>
  /** '' while unknown. */
  nameOf(userId: string): string
  /** Where a colleague's picture is stored; '' for none. */
  pictureOf(userId: string): string
}

const key: InjectionKey<InboxContext> = Symbol('inbox')

export function provideInbox(context: InboxContext): InboxContext {
  provide(key, context)
  return context
}

export function useInbox(): InboxContext {
  const context = inject(key)
  if (!context) throw new Error('a part of the inbox stands outside of it')
  return context
}
