import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

const chunkSchema = z.object({
  file: z.string(),
  imports: z._default(z.array(z.string()), []),
  dynamicImports: z._default(z.array(z.string()), []),
  css: z._default(z.array(z.string()), []),
})
const manifestSchema = z.record(z.string(), chunkSchema)
export type BuildManifest = z.infer<typeof manifestSchema>

export const BUILD_FOLDER = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** What Vite says of its last build. */
export function buildManifest(): BuildManifest {
  return manifestSchema.parse(JSON.parse(readFileSync(`${BUILD_FOLDER}.vite/manifest.json`, 'utf8')))
}

/** A page's sources with all they import statically; with `dynamic` also what they may import later. */
export function reachable(manifest: BuildManifest, entries: readonly string[], dynamic = false): Set<string> {
  const found = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build holds no ${name}`)
    if (found.has(name)) return
    found.add(name)
    for (const next of dynamic ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports) visit(next)
  }
  for (const entry of entries) visit(entry)
  return found
}
