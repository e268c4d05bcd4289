// Bundles our own code (shared, channels, crm, functions/src); what package.json lists stays external.
// `--watch` rebuilds on change.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8'))

const bundle = await context({
  entryPoints: [here('src/index.ts')],
  outfile: here('lib/index.js'),
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  tsconfig: here('tsconfig.json'),
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  // Bundled CommonJS packages ask for `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'info',
})

if (process.argv.includes('--watch')) await bundle.watch()
else {
  await bundle.rebuild()
  await bundle.dispose()
}
