import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import { config, filesKey } from '#functions/platform/config.ts'
import { equalSecrets } from '#functions/platform/equalSecrets.ts'

const linkSchema = z.object({ path: z.string(), name: z.string(), expiresAt: z.number() })

function signatureOf(payload: string): string {
  return createHmac('sha256', Buffer.from(filesKey.value(), 'base64')).update(payload).digest('base64url')
}

/** An address of a file that works until `expiresAt`, for those who cannot sign in: providers, visitors, API clients. */
export function signedFileUrl(path: string, name: string, expiresAt: number): string {
  const payload = Buffer.from(JSON.stringify({ path, name, expiresAt })).toString('base64url')
  return `${config.publicUrl()}/files/${payload}.${signatureOf(payload)}/${encodeURIComponent(name)}`
}

/** The file a signed address names; undefined when it was not made by us or is too old. */
export function readFileLink(link: string, now: number): { path: string; name: string } | undefined {
  const [payload = '', signature = ''] = link.split('.')
  if (!equalSecrets(signature, signatureOf(payload))) return undefined
  const { path, name, expiresAt } = linkSchema.parse(
    JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  )
  return expiresAt > now ? { path, name } : undefined
}
