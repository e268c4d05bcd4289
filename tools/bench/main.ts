import { cpus, totalmem } from 'node:os'
import { buildIfChanged } from '#tools/stack/buildIfChanged.ts'
import { webBuild } from '#tools/stack/builds.ts'
import { cost } from './cost.ts'
import { inbox } from './inbox.ts'
import { ingest } from './ingest.ts'
import { latency } from './latency.ts'
import { soak } from './soak.ts'
import type { Bench } from './Bench.ts'

const benches: Readonly<Record<string, Bench>> = { latency, ingest, cost, inbox, soak }

/** Figures mean little without the machine they were taken on. */
function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${String(cpus().length)} × ${first?.model.trim() ?? 'unknown'}, ${String(memory)} GB, Node ${process.version}, ${process.platform}`
}

/** Reads the built page; a check of its own calls it, too. */
async function runBundle(): Promise<number> {
  console.log(`bundle · ${machine()}`)
  await buildIfChanged(webBuild)
  await import('./bundle.ts')
  return Number(process.exitCode ?? 0)
}

async function main([name = '', ...options]: readonly string[]): Promise<number> {
  if (name === 'bundle') return runBundle()
  const bench = benches[name]
  if (!bench) {
    console.error(`Which bench? One of: ${[...Object.keys(benches), 'bundle'].join(', ')}`)
    return 2
  }
  console.log(`${name} · ${machine()}`)
  const { rows, figures } = await bench(options)
  console.table(rows)
  if (options.includes('--json')) console.log(JSON.stringify(figures))
  return 0
}

process.exit(await main(process.argv.slice(2)))
