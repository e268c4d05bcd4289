/**
 * The first step of every command: runs on whatever Node the machine has and needs no package.
 * It sees to Node, Java and the dependencies, then hands over to the pinned Node:
 * `node tools/stack/bootstrap.mjs start|dev|test|check …`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { isInstalled, isNodeAtLeast, javaMajorVersion } from './hostFacts.mjs'

const LEAST_NODE = [20, 19]
const LEAST_JAVA = 17
const WITHOUT_JAVA = ['check']

const root = join(import.meta.dirname, '../..')
const [command = 'start', ...args] = process.argv.slice(2)

checkNode()
if (!WITHOUT_JAVA.includes(command)) checkJava()
install()
handOver()

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

function checkNode() {
  if (isNodeAtLeast(process.version, LEAST_NODE)) return
  refuse(`Pact needs Node ${LEAST_NODE.join('.')} or newer to begin with; this is ${process.version}.`)
}

function checkJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const major = error ? undefined : javaMajorVersion(stderr)
  if (major !== undefined && major >= LEAST_JAVA) return
  const found = major === undefined ? 'there is none' : `this is ${major}`
  refuse(
    `The emulators need Java ${LEAST_JAVA} or newer, and ${found} (Debian: apt-get install openjdk-17-jdk-headless).`,
  )
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function install() {
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))
  const lock = readJson(join(root, 'package-lock.json'))
  if (installed && isInstalled(lock, installed) && existsSync(pinnedNode())) return
  console.log('Installing the dependencies (npm ci), a minute or two.')
  const npm = process.env.npm_execpath
  const ci = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const [program, first] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(program, [...first, ...ci], { cwd: root, stdio: 'inherit' })
  if (status !== 0) refuse('npm ci failed: see its lines above.')
  if (!existsSync(pinnedNode())) {
    refuse(
      'npm ci brought no node_modules/.bin/node: install scripts are switched off (npm config get ignore-scripts), and Pact needs them.',
    )
  }
}

function pinnedNode() {
  return join(root, 'node_modules/.bin/node')
}

function handOver() {
  const environment = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  }
  const child = spawn(pinnedNode(), [join(root, `tools/stack/${command}.ts`), ...args], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) stopWithParent(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

/** npm killed hard tells nobody: its children only see that their parent is another one. */
function stopWithParent(stop) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}
