import * as z from 'zod/mini'
import { askedQuerySchema, queryNameOf } from './queryNameOf.ts'
import type { AskedQuery } from './queryNameOf.ts'

/** What a page sent to Firestore, and what came back on its streams. */
export interface Wire {
  readonly sent: readonly { readonly url: string; readonly body: string }[]
  readonly answers: readonly { readonly url: string; readonly text: string }[]
}

/**
 * Documents by what they were asked with: a query of the product, `document` for a single one, `count of …` for
 * a counting.
 */
export type Reads = Readonly<Record<string, number>>

interface Read {
  readonly name: string
  readonly documents: number
}

const targetSchema = z.object({
  addTarget: z.optional(
    z.object({
      targetId: z.number(),
      query: z.optional(z.object({ structuredQuery: askedQuerySchema })),
      documents: z.optional(z.object({ documents: z.array(z.string()) })),
    }),
  ),
})

const changeSchema = z.object({
  documentChange: z.optional(z.object({ targetIds: z._default(z.array(z.number()), []) })),
})

const countSchema = z.object({ structuredAggregationQuery: z.object({ structuredQuery: askedQuerySchema }) })

/** A channel sends its messages as a form: `req0___data__={…}`. */
function targetsIn(body: string) {
  return [...new URLSearchParams(body)].flatMap(([name, value]) =>
    name.endsWith('___data__') ? (targetSchema.parse(JSON.parse(value)).addTarget ?? []) : [],
  )
}

/** A stream is a row of chunks, each led by its length and a line break. */
export function chunksOf(text: string): unknown[] {
  const chunks: unknown[] = []
  for (let at = 0; at < text.length;) {
    const from = text.indexOf('\n', at) + 1
    const size = Number(text.slice(at, from))
    if (from === 0 || from + size > text.length) break
    chunks.push(JSON.parse(text.slice(from, from + size)))
    at = from + size
  }
  return chunks
}

/** Others acknowledge what was sent. */
/** Others acknowledge what was sent. */
const chunkSchema = z.array(z.tuple([z.number(), z.array(z.unknown())]))

function changesIn(text: string): number[] {
  const messages = chunksOf(text)
    .flatMap((chunk) => chunkSchema.safeParse(chunk).data ?? [])
    .flatMap(([, inner]) => inner)
  return messages.flatMap((message) => changeSchema.safeParse(message).data?.documentChange?.targetIds ?? [])
}

function nameOf(asked: AskedQuery): string {
  const name = queryNameOf(asked)
  if (name) return name
  throw new Error(`no query of shared/firestore/queries.ts: ${JSON.stringify(asked)}`)
}

/** A counting costs a read for a thousand, and asks for no more. */
function countsIn({ sent }: Wire): Read[] {
  const asked = sent.filter(({ url }) => url.includes(':runAggregationQuery'))
  return asked.map(({ body }) => {
    const { structuredQuery } = countSchema.parse(JSON.parse(body)).structuredAggregationQuery
    return { name: `count of ${nameOf(structuredQuery)}`, documents: 1 }
  })
}

function read(asked: AskedQuery, documents: number): Read {
  const name = nameOf(asked)
  const limit = typeof asked.limit === 'object' ? asked.limit.value : asked.limit
  if (limit !== undefined && documents > limit)
    throw new Error(`${name}: ${String(documents)} documents, and ${String(limit)} were asked for`)
  return { name, documents }
}

function targetsOf({ sent, answers }: Wire): Read[] {
  const given = new Map<number, number>()
  for (const target of answers.flatMap(({ text }) => changesIn(text)))
    given.set(target, (given.get(target) ?? 0) + 1)
  return sent
    .flatMap(({ body }) => targetsIn(body))
    .map(({ targetId, query }) =>
      query ? read(query.structuredQuery, given.get(targetId) ?? 0) : { name: 'document', documents: 1 },
    )
}

/** The documents a page was given, as Firestore would bill them; throws at a query that is none of the product's. */
export function wireReads(wire: Wire): Reads {
  const reads: Record<string, number> = {}
  for (const { name, documents } of [...targetsOf(wire), ...countsIn(wire)])
    reads[name] = (reads[name] ?? 0) + documents
  return reads
}

/** What came after. */
export function readsSince(before: Reads, after: Reads): Reads {
  const more = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return Object.fromEntries(more.filter(([, count]) => count > 0))
}

export function sumOfReads(reads: Reads): number {
  return Object.values(reads).reduce((sum, count) => sum + count, 0)
}
