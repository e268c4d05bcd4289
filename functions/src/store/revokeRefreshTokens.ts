import { getAuth } from 'firebase-admin/auth'
import { app } from '#functions/platform/app.ts'

/** No browser gets another ID token by what it holds; who has never signed in has nothing to revoke. */
export async function revokeRefreshTokens(uid: string): Promise<void> {
  try {
    await getAuth(app()).revokeRefreshTokens(uid)
  } catch (error) {
    if (!isMissingUser(error)) throw error
  }
}

function isMissingUser(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'auth/user-not-found'
}
