import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Where Chromium lies; installed by apt where that may be done without asking anybody. */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH']
  if (named) return existing(named)
  const found = PLACES.find(existsSync)
  if (found) return found
  if (!canInstall()) throw new Error(HOW_TO)
  say('Chromium: installing by apt-get')
  install()
  return existing('/usr/bin/chromium')
}

const HOW_TO =
  'The journeys need Chromium: install it (Debian: apt-get install chromium) or say where it is with CHROMIUM_PATH.'

function existing(path: string): string {
  if (existsSync(path)) return path
  throw new Error(`There is no Chromium at ${path}. ${HOW_TO}`)
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function install(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, { env: environment, stdio: 'inherit' })
    if (status !== 0) throw new Error(`apt-get ${args[0] ?? ''} failed. ${HOW_TO}`)
  }
}
