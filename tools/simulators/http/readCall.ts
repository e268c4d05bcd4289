import type { IncomingMessage } from 'node:http'

export interface UploadedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** What a caller says, however it was encoded. */
export interface Call {
  /** Strings, but for members of a JSON body, which stay what they are. */
  readonly values: ReadonlyMap<string, unknown>
  readonly files: ReadonlyMap<string, UploadedFile>
}

/** Reads query, JSON, urlencoded and multipart; throws where the body is not what its type says. */
export async function readCall(
  request: IncomingMessage,
  query: URLSearchParams,
  body: Buffer<ArrayBuffer>,
): Promise<Call> {
  const values = new Map<string, unknown>(query)
  const files = new Map<string, UploadedFile>()
  const contentType = request.headers['content-type'] ?? ''
  if (contentType.startsWith('application/json')) readJson(body, values)
  else if (contentType.startsWith('multipart/form-data')) await readForm(contentType, body, values, files)
  else if (contentType.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(body.toString())) values.set(name, value)
  }
  return { values, files }
}

function readJson(body: Buffer, values: Map<string, unknown>): void {
  const parsed: unknown = JSON.parse(body.toString() || '{}')
  if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('object expected')
  for (const [name, value] of Object.entries(parsed)) values.set(name, value)
}

async function readForm(
  contentType: string,
  body: Buffer<ArrayBuffer>,
  values: Map<string, unknown>,
  files: Map<string, UploadedFile>,
): Promise<void> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  for (const [name, value] of form) {
    if (typeof value === 'string') values.set(name, value)
    else files.set(name, { name: value.name, contentType: value.type, bytes: await value.bytes() })
  }
}
