import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { BUILD_FOLDER, buildManifest, reachable } from '../checks/buildManifest.ts'
import type { BuildManifest } from '../checks/buildManifest.ts'

const KILOBYTE = 1000

interface Load {
  readonly title: string
  /** gz bytes of JavaScript and CSS at most. */
  readonly limit: number
  /** Modules the page asks for, with all they import statically. */
  readonly entries: readonly string[]
  /** Counts what these load later, too; other pages are not part of it. */
  readonly isWhole?: true
}

const form = ['index.html', 'src/pages/SignInPage.vue']

/** Loaded by other routes, or only by browsers that need them. */
const ELSEWHERE = /^src\/(?:pages\/|app\/vuetify)|polyfills/

const loads = {
  signInForm: { title: 'sign-in, to a typeable form', limit: 200 * KILOBYTE, entries: form },
  signIn: {
    title: 'sign-in, in all',
    limit: 280 * KILOBYTE,
    entries: form,
    isWhole: true,
  },
  inbox: {
    title: 'inbox, to first rows',
    limit: 380 * KILOBYTE,
    entries: ['index.html', 'src/app/vuetify.ts', 'src/pages/CompanyPage.vue', 'src/pages/InboxPage.vue'],
  },
} satisfies Record<string, Load>

type LoadName = keyof typeof loads
const names = Object.keys(loads) as LoadName[]

function laterLoads(manifest: BuildManifest, load: Load): string[] {
  const imports = [...reachable(manifest, load.entries)].flatMap(
    (name) => manifest[name]?.dynamicImports ?? [],
  )
  return load.isWhole ? imports.filter((name) => !ELSEWHERE.test(name)) : []
}

function filesOf(manifest: BuildManifest, load: Load): string[] {
  const reached = reachable(manifest, [...load.entries, ...laterLoads(manifest, load)])
  const chunks = [...reached].map((name) => manifest[name])
  return [...new Set(chunks.flatMap((chunk) => (chunk ? [chunk.file, ...chunk.css] : [])))]
}

function compressedSize(file: string): number {
  return gzipSync(readFileSync(`${BUILD_FOLDER}${file}`), { level: 9 }).length
}

function measure(manifest: BuildManifest, load: Load): number {
  return filesOf(manifest, load)
    .filter((file) => /\.(?:js|css)$/.test(file))
    .reduce((sum, file) => sum + compressedSize(file), 0)
}

const manifest = buildManifest()
const sizes = Object.fromEntries(names.map((name) => [name, measure(manifest, loads[name])])) as Record<
  LoadName,
  number
>

const kilobytes = (bytes: number): string => `${(bytes / KILOBYTE).toFixed(1)} kB`
console.table(
  names.map((name) => ({
    load: loads[name].title,
    gz: kilobytes(sizes[name]),
    limit: kilobytes(loads[name].limit),
  })),
)

const tooLarge = names.filter((name) => sizes[name] > loads[name].limit)
if (process.argv.includes('--check') && tooLarge.length > 0) {
  console.error(`above the limit: ${tooLarge.join(', ')}`)
  process.exitCode = 1
}
if (process.argv.includes('--json')) console.log(JSON.stringify(sizes))
