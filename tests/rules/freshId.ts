import { randomUUID } from 'node:crypto'

/** An id nobody has: tests that share a database never meet. */
export function freshId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20)
}
