import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { emoji } from './web/build/emoji.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const needsEmulators = 'tests/**/*.emulator.spec.ts'
const pure = '{architecture,channels,contracts,crm,functions,shared,tools}'

/** One after another: they share the emulators, and a browser needs the machine to itself. */
const oneByOne = { fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  plugins: [vue(), emoji()],
  resolve: {
    alias: [
      { find: /^#functions\//, replacement: here('functions/src/') },
      { find: /^#web\//, replacement: here('web/src/') },
      { find: /^#(shared|channels|crm|tools|tests)\//, replacement: here('$1/') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [`tests/${pure}/**/*.spec.ts`], exclude: [needsEmulators] },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['tests/web/**/*.spec.ts'],
          exclude: [needsEmulators],
          environment: 'happy-dom',
          server: { deps: { inline: ['vuetify'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.spec.ts'],
          globalSetup: ['tests/rules/wholeSuite.ts'],
          setupFiles: ['tests/rules/eachSpec.ts'],
          ...oneByOne,
        },
      },
      { extends: true, test: { name: 'functions', include: [needsEmulators], ...oneByOne } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.spec.ts'],
          ...oneByOne,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A page has to draw first: as patient as Playwright's own waiting.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
