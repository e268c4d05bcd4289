import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { Agent, FormData, request as undiciRequest } from 'undici'
import type { Dispatcher } from 'undici'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpClient, HttpRequest, HttpResponse, MultipartPart } from '#shared/provider/http.ts'
import { configuredOrigins } from './config.ts'
import { isPrivateAddress } from './isPrivateAddress.ts'

export const DEFAULT_TIMEOUT_MS = 15_000
const DEFAULT_MAX_BYTES = 2 * 1024 * 1024

/** The request certainly never reached anybody. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** A certificate we do not believe: the handshake ended before the request. */
const BAD_CERTIFICATE = /^CERT_|^ERR_TLS_CERT_|^UNABLE_TO_|SELF_SIGNED_CERT/

class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
}

/** Resolves a name and refuses it when any of its addresses is private: the address checked is the one connected to. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '')
      return
    }
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isPrivateAddress(address))) {
      callback(new ForbiddenAddressError(hostname), '')
    } else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

const guarded = new Agent({ connect: { lookup: guardedLookup, timeout: 5000 }, keepAliveTimeout: 4000 })
const trusted = new Agent({ connect: { timeout: 5000 }, keepAliveTimeout: 4000 })

function dispatcherFor(url: URL): Agent {
  if (configuredOrigins().has(url.origin)) return trusted
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isForbidden = url.protocol !== 'https:' || (isIP(host) !== 0 && isPrivateAddress(host))
  if (isForbidden) throw new ProviderError('forbiddenAddress')
  return guarded
}

function toFormData(parts: readonly MultipartPart[]): FormData {
  const form = new FormData()
  for (const { name, value } of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([Buffer.from(value.bytes)], { type: value.contentType }), value.fileName)
  }
  return form
}

function bodyOf(request: HttpRequest): { body: string | FormData | null; contentType?: string } {
  if (request.multipart) return { body: toFormData(request.multipart) }
  if (request.form) {
    return {
      body: new URLSearchParams(request.form).toString(),
      contentType: 'application/x-www-form-urlencoded',
    }
  }
  if (request.json !== undefined)
    return { body: JSON.stringify(request.json), contentType: 'application/json' }
  return { body: null }
}

async function readBody(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new ProviderError('tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? (value[0] ?? '') : (value ?? ''),
    ]),
  )
}

function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function isForbidden(error: unknown): boolean {
  return (
    error instanceof ForbiddenAddressError ||
    (error instanceof Error && error.cause instanceof ForbiddenAddressError)
  )
}

/** Never quotes the address: a provider's token is often part of it. */
function toProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  if (isForbidden(error)) return new ProviderError('forbiddenAddress')
  const code = codeOf(error)
  const facts = { detail: code || 'connection broke' }
  const isUnsent = NEVER_SENT.has(code) || BAD_CERTIFICATE.test(code)
  return new ProviderError(isUnsent ? 'unreachable' : 'uncertain', facts)
}

async function exchange(request: HttpRequest): Promise<HttpResponse> {
  const url = URL.parse(request.url)
  if (!url) throw new ProviderError('forbiddenAddress')
  const { body, contentType } = bodyOf(request)
  const response = await undiciRequest(url, {
    dispatcher: dispatcherFor(url),
    method: request.method,
    headers: { ...(contentType && { 'content-type': contentType }), ...request.headers },
    body,
    signal: AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS),
  })
  return {
    status: response.statusCode,
    headers: flatten(response.headers),
    body: await readBody(response.body, request.maxBytes ?? DEFAULT_MAX_BYTES),
  }
}

/**
 * The one way out: https to public addresses only (but those this installation is configured with),
 * no redirects, bounded in time and size.
 */
export const http: HttpClient = {
  async request(request) {
    try {
      return await exchange(request)
    } catch (error) {
      throw toProviderError(error)
    }
  },
}
