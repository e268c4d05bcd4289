import * as z from 'zod/mini'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { Exchange } from './Exchange.ts'
import { readBody } from './readBody.ts'

/** Files come as base64 inside the JSON, and may be larger than any provider takes. */
const MAX_CONTROL_BYTES = 96 * 1024 * 1024

/** The JSON body of a control call, checked. */
export async function readControl<T>({ request }: Exchange, schema: z.ZodMiniType<T>): Promise<T> {
  const body = await readBody(request, MAX_CONTROL_BYTES)
  if (body === undefined) throw new InvalidInputError(['body: too large'])
  const parsed = z.safeParse(schema, parseJson(body))
  if (!parsed.success) {
    throw new InvalidInputError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    )
  }
  return parsed.data
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}')
  } catch {
    throw new InvalidInputError(['body: not JSON'])
  }
}
