import { fileURLToPath } from 'node:url'
import cascadeLayers from '@csstools/postcss-cascade-layers'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import vuetify from 'vite-plugin-vuetify'
import { DEFAULT_BASE_PORT, localPort } from '../shared/local/ports.ts'
import { emoji } from './build/emoji.ts'
import { layerOrder } from './build/layerOrder.ts'
import { widget } from './build/widget.ts'
import { withoutLocalChannels } from './build/withoutLocalChannels.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The manual's oldest browsers. Opera 82 and Yandex 21.11 are Chromium 96 and 94. */
const OLDEST_BROWSERS = ['chrome91', 'edge97', 'firefox95', 'safari15']

const basePort = Number(process.env.BASE_PORT ?? DEFAULT_BASE_PORT)
const functionsOrigin = `http://127.0.0.1:${String(localPort(basePort, 'functions'))}`

/** In development what Hosting rewrites to a function goes to its emulator. */
const toFunction = (name: string) => ({
  target: functionsOrigin,
  rewrite: (path: string) => `/demo-pact/europe-west1/${name}${path}`,
})

/**
 * What changes together is cached together, and no route loads another's SDK: sign-in never loads Firestore.
 * A group takes along what its modules import, so what all share comes first.
 */
const CHUNKS = [
  { name: 'runtime', test: /vite\/preload-helper|@oxc-project|plugin-vue:export-helper/, priority: 30 },
  { name: 'polyfills', test: /node_modules[\\/]core-js|app[\\/]polyfills/, priority: 20 },
  { name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|pinia)[\\/]/, priority: 20 },
  { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 20 },
  {
    name: 'firebase-app',
    test: /node_modules[\\/](@firebase[\\/](app|util|component|logger)|idb)[\\/]/,
    priority: 10,
  },
  { name: 'firebase-firestore', test: /node_modules[\\/]@firebase[\\/](firestore|webchannel-wrapper)[\\/]/ },
  { name: 'firebase-auth', test: /node_modules[\\/]@firebase[\\/]auth[\\/]/ },
  { name: 'firebase-functions', test: /node_modules[\\/]@firebase[\\/]functions[\\/]/ },
  { name: 'firebase-storage', test: /node_modules[\\/]@firebase[\\/]storage[\\/]/ },
  { name: 'vuetify', test: /node_modules[\\/]vuetify[\\/]lib[\\/](composables|util|framework)/ },
]

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  plugins: [withoutLocalChannels(), vue(), vuetify({ autoImport: true }), emoji(), widget()],
  resolve: {
    alias: [
      { find: /^#shared\//, replacement: here('../shared/') },
      { find: /^#channels\//, replacement: here('../channels/') },
      { find: /^#crm\//, replacement: here('../crm/') },
      { find: /^#web\//, replacement: here('./src/') },
      // Four megabytes that make poor speech better, which the decoder is never asked for.
      { find: '@wasm-audio-decoders/opus-ml', replacement: here('./build/nothing.ts') },
    ],
  },
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  css: { postcss: { plugins: [layerOrder(), cascadeLayers()] } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    target: OLDEST_BROWSERS,
    cssTarget: OLDEST_BROWSERS,
    rolldownOptions: {
      input: here('index.html'),
      output: {
        codeSplitting: {
          groups: CHUNKS,
        },
      },
    },
  },
  server: {
    port: localPort(basePort, 'dev'),
    strictPort: true,
    proxy: {
      '/hooks': toFunction('hooks'),
      '^/widget/(open|messages|files|receipts|file-link)': toFunction('widget'),
      '/files': toFunction('files'),
    },
  },
  optimizeDeps: {
    // Overlays inside one another share a stack that must not be bundled twice.
    include: ['vuetify/components/VOverlay', 'vuetify/components/VDialog', 'vuetify/components/VMenu'],
  },
})
