import { relative } from 'node:path'
import { once } from 'node:events'
import { DEFAULT_BASE_PORT, localPort } from '#shared/local/ports.ts'
import { buildIfChanged } from './buildIfChanged.ts'
import { functionsBuild, webBuild } from './builds.ts'
import { ROOT, stackDirectories } from './layout.ts'
import { lookForDemo } from './lookForDemo.ts'
import type { StartOptions } from './readStartOptions.ts'
import { readStartOptions } from './readStartOptions.ts'
import { readyBlock } from './readyBlock.ts'
import { runUntilStopped } from './runUntilStopped.ts'
import { say } from './say.ts'
import { Stack } from './Stack.ts'

export interface LocalStackOptions {
  /** Builds on every change and serves the page by Vite. */
  readonly rebuilds: boolean
}

/** Brings the whole product up, says where everything is, and runs until it is told to stop. */
export async function runLocalStack(options: LocalStackOptions): Promise<never> {
  const base = Number(process.env['BASE_PORT'] ?? DEFAULT_BASE_PORT)
  const stack = new Stack({ base, keepsData: true, hasProxy: false, hasTicker: true })
  let isUp = false
  return runUntilStopped({
    async run(stopped) {
      await bringUp(stack, { ...options, ...readStartOptions(process.argv.slice(2)) }, base)
      isUp = true
      const demo = await lookForDemo(stack.url('firestore'))
      console.log(readyBlock({ base, rebuilds: options.rebuilds, demo }))
      await Promise.race([stack.failed, once(stopped, 'abort')])
    },
    async stop() {
      if (isUp) await saveForLastTime(stack, base)
      await stack.stop()
    },
  })
}

async function bringUp(stack: Stack, options: LocalStackOptions & StartOptions, base: number): Promise<void> {
  await stack.requireFreePorts()
  if (options.fresh) {
    await stack.forget()
    say('data: begun anew')
  }
  const isFirstRun = !(await stack.hasData())
  await buildIfChanged(functionsBuild)
  await buildIfChanged(webBuild)
  await stack.start()
  if (!isFirstRun) await takeUp(stack)
  else if (options.demo) await addDemoData(stack)
  stack.keepSaving()
  if (options.rebuilds) startRebuilding(stack, base)
}

async function addDemoData(stack: Stack): Promise<void> {
  say('demo data: adding')
  await stack.runTask({ name: 'demo', args: ['--import', './tools/aliases.mjs', 'tools/demo/seed.ts'] })
  await stack.save()
}

async function takeUp(stack: Stack): Promise<void> {
  await stack.runTask({ name: 'revive', args: ['tools/demo/revive.ts'] })
  say('data: as it was left, nothing added')
}

function startRebuilding(stack: Stack, base: number): void {
  stack.run({
    name: 'functions-build',
    args: ['functions/build.mjs', '--watch'],
    environment: { LOCAL_CHANNELS: '1' },
  })
  const vite = ['node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts']
  const address = ['--host', '127.0.0.1', '--port', String(localPort(base, 'dev')), '--strictPort']
  stack.run({ name: 'vite', args: [...vite, ...address], environment: { VITE_EMULATORS: '1' } })
}

async function saveForLastTime(stack: Stack, base: number): Promise<void> {
  const kept = relative(ROOT, stackDirectories(base).data)
  try {
    await stack.save()
    console.log(`\nStopping; the data is kept in ${kept}.`)
  } catch {
    // Whatever broke the stack was reported; what was saved a minute ago is still complete.
    console.log(`\nStopping; ${kept} holds the data as of the last minute.`)
  }
}
