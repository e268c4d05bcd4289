import type { Build } from './buildIfChanged.ts'

export const functionsBuild: Build = {
  name: 'functions',
  sources: ['functions', 'shared', 'channels', 'crm', 'tsconfig.base.json', 'package-lock.json'],
  output: 'functions/lib',
  result: 'functions/lib/index.js',
  command: ['functions/build.mjs'],
  environment: { LOCAL_CHANNELS: '1' },
}

/** The page as the local stack serves it: it looks for the emulators beside its own port. */
export const webBuild: Build = {
  name: 'page',
  sources: ['web', 'shared', 'channels', 'crm', 'tsconfig.base.json', 'package-lock.json'],
  output: 'web/dist',
  result: 'web/dist/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'],
  environment: { VITE_EMULATORS: '1' },
}
