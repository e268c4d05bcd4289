interface JsonAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** One call with a JSON body; GET when there is none. */
export async function callJson(url: string, body?: unknown): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
