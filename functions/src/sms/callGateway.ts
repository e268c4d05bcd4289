import type * as z from 'zod/mini'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { http } from '#functions/platform/http.ts'

/** Posts a form and reads the answer. What cannot be read leaves it open whether the text has gone. */
export async function callGateway<Answer>(
  url: string,
  form: Readonly<Record<string, string>>,
  schema: z.ZodMiniType<Answer>,
): Promise<Answer> {
  const { status, body } = await http.request({ method: 'POST', url, form: { ...form } })
  if (status >= 500) throw new ProviderError('unreachable', { detail: `HTTP ${String(status)}` })
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch (cause) {
    throw new ProviderError('uncertain', { detail: `HTTP ${String(status)}, unreadable answer`, cause })
  }
}
