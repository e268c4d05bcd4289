import { DomainError } from '#shared/domain/DomainError.ts'
import type { CallingMember } from '#functions/members/demandSight.ts'
import type { Met } from './meetMessage.ts'

/** What one wrote oneself, and soon enough: `windowMs` null means always. */
export function demandOwn(
  { message }: Met,
  { uid }: Pick<CallingMember, 'uid'>,
  windowMs: number | null,
  now: number,
): void {
  const { direction, author, sentAt } = message
  const isOwn = direction === 'outbound' && author.type === 'member' && author.id === uid
  if (!isOwn) throw new DomainError('notOwnMessage')
  if (windowMs !== null && now - sentAt > windowMs) throw new DomainError('tooLateToChange', { windowMs })
}
