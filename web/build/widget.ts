import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { build } from 'vite'
import type { Plugin, ResolvedConfig } from 'vite'
import { withoutLocalChannels } from './withoutLocalChannels.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the site widget after the page, into the same folder. */
export function widget(): Plugin {
  let page: ResolvedConfig | undefined
  return {
    name: 'pact-widget',
    apply: 'build',
    configResolved: (config) => {
      page = config
    },
    async closeBundle(error) {
      if (!page || error) return
      await buildFrame(page)
      await buildLoader(page)
    },
  }
}

/** `widget-frame.html`, apart from the page: with chunks in common visitors would load parts of it. */
async function buildFrame({
  mode,
  resolve,
  build: { outDir, target, cssTarget },
}: ResolvedConfig): Promise<void> {
  await build({
    configFile: false,
    root: here('..'),
    publicDir: false,
    mode,
    logLevel: 'warn',
    plugins: [withoutLocalChannels()],
    resolve: { alias: resolve.alias },
    build: {
      outDir,
      emptyOutDir: false,
      manifest: '.vite/widget-manifest.json',
      target,
      cssTarget,
      // Firestore alone is that large; it comes in a chunk of its own, when it is needed.
      chunkSizeWarningLimit: 700,
      rolldownOptions: { input: here('../widget-frame.html') },
    },
  })
}

/** `widget.js`: one classic script for other people's pages. */
async function buildLoader({ build: { outDir, target } }: ResolvedConfig): Promise<void> {
  await bundle({
    entryPoints: [here('../widget/loader.ts')],
    outfile: `${outDir}/widget.js`,
    bundle: true,
    format: 'iife',
    minify: true,
    target: target || 'es2022',
    logLevel: 'warning',
  })
}
