import type { Exchange } from '../http/Exchange.ts'
import { readBody } from '../http/readBody.ts'
import { readCall, type Call } from '../http/readCall.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** What a gateway was asked, by query or form. A body that is too long is taken for none. */
export async function callOf({ request, query }: Exchange): Promise<Call> {
  return readCall(request, query, (await readBody(request, MAX_BODY_BYTES)) ?? Buffer.alloc(0))
}

/** '' when absent; JSON bodies may carry numbers where forms have digits. */
export function valueOf({ values }: Call, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
