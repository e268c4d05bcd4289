/** Both SDKs' Timestamp. */
interface TimestampLike {
  toMillis(): number
}

function isTimestamp(value: unknown): value is TimestampLike {
  return (
    typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function'
  )
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** A document's data with every Timestamp as milliseconds. */
function momentsToMillis(value: unknown): unknown {
  if (isTimestamp(value)) return value.toMillis()
  if (Array.isArray(value)) return value.map(momentsToMillis)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, momentsToMillis(inner)]))
}

/** What a schema does here. */
export interface Reader<T> {
  parse(data: unknown): T
}

/** Reads a document through its schema: the door between Firestore and the domain. */
export function fromDocument<T>(schema: Reader<T>, data: unknown): T {
  return schema.parse(momentsToMillis(data))
}

/** `…At` and `at` are moments, also at the end of a path; see `shared/domain/time.ts`. */
function isMomentField(key: string): boolean {
  return /(?:^|\.)at$|At$/.test(key)
}

/** Half a character, as a stranger's JSON may hold: Firestore would refuse the whole document. */
const BROKEN_CHARACTER = /\p{Surrogate}/gu

/**
 * Domain data as a document: moments become Timestamps by `toTimestamp`, absent fields vanish, broken
 * characters become U+FFFD, and what is no plain object (an SDK's sentinel) passes untouched.
 */
export function toDocument(data: unknown, toTimestamp: (millis: number) => unknown): Record<string, unknown> {
  if (!isPlainObject(data)) throw new TypeError('a document is an object')
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, toField(key, value, toTimestamp)]),
  )
}

function toField(key: string, value: unknown, toTimestamp: (millis: number) => unknown): unknown {
  if (typeof value === 'number' && isMomentField(key)) return toTimestamp(value)
  if (typeof value === 'string') return value.replace(BROKEN_CHARACTER, '\uFFFD')
  if (Array.isArray(value)) return value.map((inner) => toField('', inner, toTimestamp))
  return isPlainObject(value) ? toDocument(value, toTimestamp) : value
}
