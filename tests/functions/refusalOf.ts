import { DomainError } from '#shared/domain/DomainError.ts'

/** The refusal an attempt meets, as `code` with its details; fails when there is none. */
export async function refusalOf(
  attempt: Promise<unknown>,
): Promise<{ code: string; [detail: string]: string | number }> {
  const result = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (result instanceof DomainError) return { ...result.details, code: result.code }
  throw new Error('nothing was refused', { cause: result })
}
