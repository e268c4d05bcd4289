import { readFile } from 'node:fs/promises'
import { answer } from './answer.ts'
import { answerJson } from './answerJson.ts'
import type { Exchange } from './Exchange.ts'

const PAGE_FOLDER = new URL('../page/', import.meta.url)

/** The page wears the product's own colours and measures. */
const PRODUCT_TOKENS = new URL('../../../web/src/app/tokens.css', import.meta.url)

const CONTENT_TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"

/** The page's own files; all but the tokens lie in one folder. */
export async function servePage({ response, path }: Exchange): Promise<void> {
  const name = path.length === 0 ? 'index.html' : path.join('/')
  const extension = /^[a-zA-Z]+\.(html|css|js|svg)$/.exec(name)?.[1]
  const body = extension === undefined ? undefined : await bytesOf(name)
  if (body === undefined) {
    answerJson(response, 404, { error: 'not found' })
    return
  }
  const contentType = CONTENT_TYPES[extension as keyof typeof CONTENT_TYPES]
  answer(response, 200, { body, contentType, headers: { 'content-security-policy': POLICY } })
}

function bytesOf(name: string): Promise<Uint8Array | undefined> {
  const file = name === 'tokens.css' ? PRODUCT_TOKENS : new URL(name, PAGE_FOLDER)
  return readFile(file).catch(() => undefined)
}
