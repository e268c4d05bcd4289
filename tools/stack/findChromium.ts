import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.ts'

/** What matters of the machine. */
export interface Host {
  /** Where Chromium lies as the environment says, undefined when it does not. */
  readonly named: string | undefined
  readonly isRoot: boolean
  readonly exists: (path: string) => boolean
  /** Runs apt-get and gives its exit code. */
  readonly aptGet: (args: readonly string[]) => number | null
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const APT_GET = '/usr/bin/apt-get'
const STEPS = [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]

/** Where Chromium lies; installed by apt where that may be done without asking anybody. */
export function findChromium(host: Host = thisHost()): string {
  if (host.named) return existing(host.named, host)
  const found = PLACES.find(host.exists)
  if (found) return found
  if (!host.isRoot || !host.exists(APT_GET)) throw new Error(HOW_TO)
  say('Chromium: installing by apt-get')
  for (const args of STEPS)
    if (host.aptGet(args) !== 0) throw new Error(`apt-get ${args.join(' ')} failed. ${HOW_TO}`)
  return existing('/usr/bin/chromium', host)
}

const HOW_TO =
  'The journeys need Chromium: install it (Debian: apt-get install chromium) or say where it is with CHROMIUM_PATH.'

function existing(path: string, { exists }: Host): string {
  if (exists(path)) return path
  throw new Error(`There is no Chromium at ${path}. ${HOW_TO}`)
}

function thisHost(): Host {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return {
    named: process.env['CHROMIUM_PATH'],
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    aptGet: (args) => spawnSync(APT_GET, [...args], { env, stdio: 'inherit' }).status,
  }
}
