import type * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { http } from '#functions/platform/http.ts'

/** A proxy in front of the gateway gave up waiting for it: https://www.rfc-editor.org/rfc/rfc9110#section-15.6 */
const PROXY_GAVE_UP = [502, 504]

/**
 * Posts a form and reads the answer. One that cannot be read leaves it open whether the text has gone, unless its
 * status says that it has not.
 */
export async function callGateway<Answer>(
  url: string,
  form: Readonly<Record<string, string>>,
  schema: z.ZodMiniType<Answer>,
): Promise<Answer> {
  const { status, body } = await http.request({ method: 'POST', url, form: { ...form } })
  const detail = `HTTP ${String(status)}`
  if (PROXY_GAVE_UP.includes(status)) throw new ProviderError('uncertain', { detail })
  if (status >= 500) throw new ProviderError('unreachable', { detail })
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch (cause) {
    const code = status >= 300 ? 'rejected' : 'uncertain'
    throw new ProviderError(code, { detail: `${detail}, unreadable answer`, cause })
  }
}
