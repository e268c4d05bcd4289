import * as z from 'zod/mini'
import { collections } from '#shared/firestore/collections.ts'
import { NARROWING_FIELDS, queries } from '#shared/firestore/queries.ts'
import type { QueryName, QueryShape } from '#shared/firestore/queries.ts'
import { SIGHT_FIELDS } from '#shared/domain/sight.ts'

const pathSchema = z.object({ fieldPath: z.string() })
const fieldFilterSchema = z.object({ field: pathSchema, op: z.string() })
/** Null is compared in words of its own. */
const singleSchema = z.object({
  fieldFilter: z.optional(fieldFilterSchema),
  unaryFilter: z.optional(fieldFilterSchema),
})
const filterSchema = z.extend(singleSchema, {
  compositeFilter: z.optional(z.object({ filters: z.array(singleSchema) })),
})

/** A query as the SDK says it to the server. */
export const askedQuerySchema = z.object({
  from: z.array(z.object({ collectionId: z.string(), allDescendants: z.optional(z.boolean()) })),
  where: z.optional(filterSchema),
  orderBy: z._default(z.array(z.object({ field: pathSchema, direction: z.optional(z.string()) })), []),
  limit: z.optional(z.union([z.number(), z.object({ value: z.number() })])),
})
export type AskedQuery = z.infer<typeof askedQuerySchema>

const EQUAL = new Set(['EQUAL', 'ARRAY_CONTAINS', 'IN', 'IS_NULL'])
const further: ReadonlySet<string> = new Set([...NARROWING_FIELDS, ...SIGHT_FIELDS])

interface Compared {
  readonly equal: readonly string[]
  readonly ranges: readonly string[]
}

function comparedIn({ where }: AskedQuery): Compared {
  const nested = where?.compositeFilter?.filters ?? []
  const filters = [where, ...nested].flatMap((filter) => filter?.fieldFilter ?? filter?.unaryFilter ?? [])
  const fields = (isEqual: boolean) =>
    filters.filter(({ op }) => EQUAL.has(op) === isEqual).map(({ field }) => field.fieldPath)
  return { equal: fields(true), ranges: fields(false) }
}

/** The SDK ends every order by the document's name, and begins it by the field of a range. */
function orderIn({ orderBy }: AskedQuery): string {
  const named = orderBy.filter(({ field }) => field.fieldPath !== '__name__')
  return named.map(({ field, direction }) => `${field.fieldPath} ${direction ?? 'ASCENDING'}`).join()
}

function orderOf({ order, range }: QueryShape): string {
  const words = order.map(([field, direction]) => `${field} ${direction.toUpperCase()}ENDING`)
  const isLed = !range || order.some(([field]) => field === range[0])
  return (isLed ? words : [...words, `${range[0]} ${order.at(-1)?.[1].toUpperCase() ?? 'ASC'}ENDING`]).join()
}

function isOfShape(asked: AskedQuery, shape: QueryShape): boolean {
  const { equal, ranges } = comparedIn(asked)
  const [from] = asked.from
  const path = collections[shape.collection].path.split('/')
  return (
    from?.collectionId === path.at(-2) &&
    (from?.allDescendants ?? false) === (shape.group ?? false) &&
    shape.equals.every((field) => equal.includes(field)) &&
    equal.every((field) => shape.equals.includes(field) || further.has(field)) &&
    ranges.join() === (shape.range?.[0] ?? '') &&
    orderIn(asked) === orderOf(shape)
  )
}

/** Which of the product's queries this is, the least narrowed one; undefined where it is none of them. */
export function queryNameOf(asked: AskedQuery): QueryName | undefined {
  const names = (Object.keys(queries) as QueryName[]).filter((name) => isOfShape(asked, queries[name]))
  return names.sort((a, b) => queries[b].equals.length - queries[a].equals.length)[0]
}
