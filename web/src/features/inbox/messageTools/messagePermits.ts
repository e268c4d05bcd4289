import { HOUR_MS } from '#shared/domain/time.ts'
import type { ChannelManifest } from '#channels/manifest.ts'
import type { ThreadMessage } from '#web/firebase/messages.ts'

/** What a member may do to a message now. `windowHours`: no longer, the channel lets it be done for so long only. */
export interface MessagePermits {
  readonly reply: boolean
  readonly copy: boolean
  readonly react: boolean
  readonly edit: Permit
  readonly delete: Permit
}

export type Permit = { readonly is: 'yes' | 'no' } | { readonly is: 'tooLate'; readonly windowHours: number }

interface Circumstances {
  readonly manifest: ChannelManifest | null
  readonly memberId: string
  /** Something can be sent in this conversation. */
  readonly canWrite: boolean
  readonly now: number
}

const YES: Permit = { is: 'yes' }
const NO: Permit = { is: 'no' }
const WITHOUT_WORDS: readonly ThreadMessage['kind'][] = ['sticker', 'location', 'contact', 'unsupported']

export function messagePermits(message: ThreadMessage, { manifest, memberId, canWrite, now }: Circumstances) {
  const { supports, limits } = manifest ?? {}
  const isThere = !message.isPending && message.deletedAt === undefined
  const mayChange = canWrite && isThere && isWithCustomer(message)
  const isOwn = isOutOf(memberId, message)
  const within = (can: boolean | undefined, windowMs: number | null | undefined): Permit =>
    mayChange && isOwn && can ? permitWithin(windowMs ?? null, now - message.sentAt) : NO
  const hasWords = !WITHOUT_WORDS.includes(message.kind)
  return {
    reply: canWrite && isThere && Boolean(supports?.quote),
    copy: message.text !== '' && message.deletedAt === undefined,
    react: mayChange && Boolean(supports?.reactions),
    edit: within(supports?.edit && hasWords, limits?.editWindowMs),
    delete: within(supports?.delete, limits?.deleteWindowMs),
  } satisfies MessagePermits
}

function isOutOf(memberId: string, { direction, author }: ThreadMessage): boolean {
  return direction === 'outbound' && author.type === 'member' && author.id === memberId
}

function isWithCustomer({ direction, delivery }: ThreadMessage): boolean {
  return direction === 'inbound' || ['sent', 'delivered', 'read'].includes(delivery?.status ?? '')
}

function permitWithin(windowMs: number | null, ageMs: number): Permit {
  if (windowMs === null || ageMs <= windowMs) return YES
  return { is: 'tooLate', windowHours: Math.round(windowMs / HOUR_MS) }
}
