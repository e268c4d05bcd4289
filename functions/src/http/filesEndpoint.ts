import { pipeline } from 'node:stream/promises'
import type { Request } from 'firebase-functions/https'
import type { Response } from 'express'
import { readFileLink } from '#functions/files/fileLink.ts'
import { openFile } from '#functions/files/openFile.ts'

/** `/files/<payload>.<signature>/<name>`, whatever stands before it. */
const PATH = /\/([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)\/[^/]*$/

/** Hands out a file by a signed address, always as a download: nothing of it ever runs on our origin. */
export async function handleFile(request: Request, response: Response): Promise<void> {
  const [, link = ''] = PATH.exec(request.path) ?? []
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const file = isReading ? readFileLink(link, Date.now()) : undefined
  const stream = file && (await openFile(file.path))
  if (!stream) {
    response.status(404).end()
    return
  }
  response.set({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  await pipeline(stream, response)
}
