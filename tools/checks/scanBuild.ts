import { readFileSync, readdirSync } from 'node:fs'
import { BUILD_FOLDER, buildManifest, reachable } from './buildManifest.ts'
import { findInCss } from './findInCss.ts'
import { findInScript } from './findInScript.ts'

/** Looks through web/dist for what the oldest promised browsers (Chrome 91, Firefox 95, Safari 15) do not know. */

/** Uses that look wrong and are not. */
const HARMLESS: readonly (readonly [file: RegExp, finding: RegExp, reason: string])[] = [
  [/vue-/, /^to(?:Reversed|Spliced):/, 'Vue hands on the call of whoever made it, and nobody makes it'],
  [
    /^assets\/(?:pdf\.worker|readPdf)/,
    /^(?:at|withResolvers|structuredClone|getOrInsert|toSpliced):/,
    'where a document cannot be read its card says so, and offers to save it',
  ],
  [/connectCloud-/, /^hasOwn:/, 'regular expressions of Firestore pipelines, which the widget has none of'],
]

const manifest = buildManifest()

/** The app fills in what is missing (web/src/app/polyfills.ts); the widget does not. */
const filled = new Set([...reachable(manifest, ['index.html'], true)].map((name) => manifest[name]?.file))
function findingsOf(file: string): string[] {
  const text = readFileSync(`${BUILD_FOLDER}${file}`, 'utf8')
  if (file.endsWith('.css')) return findInCss(text)
  return findInScript(text, { isFilled: filled.has(file) })
}

const files = readdirSync(BUILD_FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:js|css)$/.test(file),
)
const findings = files.flatMap((file) =>
  findingsOf(file)
    .filter((finding) => !HARMLESS.some(([where, what]) => where.test(file) && what.test(finding)))
    .map((finding) => `${file}: ${finding}`),
)

for (const finding of findings) console.error(finding)
console.log(`${String(files.length)} files scanned, ${String(findings.length)} findings`)
if (findings.length > 0 || files.length === 0) process.exitCode = 1
