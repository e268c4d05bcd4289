import { INVITATION_PATH, REGISTER_PATH } from '#shared/domain/pagePaths.ts'
import { returnPath } from './returnPath.ts'

/** Where who has just signed in goes: where he wanted to; who has no company yet, to get one. */
export function pathAfterSignIn(
  asked: unknown,
  { isRegistered }: { readonly isRegistered: boolean },
): string {
  const path = returnPath(asked)
  const [page] = path.split(/[?#]/)
  const isRegistering = page === REGISTER_PATH
  if (isRegistered) return isRegistering ? '/' : path
  return isRegistering || page === INVITATION_PATH ? path : REGISTER_PATH
}
