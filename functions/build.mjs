// Bundles our own code (shared, channels, crm, functions/src); what package.json lists stays external.
// `--watch` rebuilds on change. Only with LOCAL_CHANNELS=1 the channels of the local stack are in it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8'))

const withoutLocalChannels = {
  name: 'without-local-channels',
  setup(build) {
    build.onLoad({ filter: /[\\/]channels[\\/]local(Manifests|Adapters)\.ts$/ }, () => ({
      contents: 'export const localManifests = {}; export const localAdapters = {}',
    }))
  },
}

const bundle = await context({
  entryPoints: [here('src/index.ts')],
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  tsconfig: here('tsconfig.json'),
  plugins: process.env.LOCAL_CHANNELS === '1' ? [] : [withoutLocalChannels],
  outfile: process.env.FUNCTIONS_OUTPUT ?? here('lib/index.js'),
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
