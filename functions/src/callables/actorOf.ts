import type { Actor } from '#functions/audit/auditEntry.ts'
import type { Caller } from './defineCallable.ts'

/** The caller as the audit names him, with the name he bears in this company. */
export function actorOf({ uid, member, address }: Caller): Actor & { readonly by: Caller['uid'] } {
  return { by: uid, byName: member?.name ?? '', address }
}
