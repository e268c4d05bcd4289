import { cpus, totalmem } from 'node:os'
import { cost } from './cost.ts'
import { ingest } from './ingest.ts'
import { latency } from './latency.ts'
import type { Bench } from './Bench.ts'

const benches: Readonly<Record<string, Bench>> = { latency, ingest, cost }

/** Figures mean little without the machine they were taken on. */
function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${String(cpus().length)} × ${first?.model.trim() ?? 'unknown'}, ${String(memory)} GB, Node ${process.version}, ${process.platform}`
}

async function main([name = '', ...options]: readonly string[]): Promise<number> {
  const bench = benches[name]
  if (!bench) {
    console.error(`Which bench? One of: ${[...Object.keys(benches), 'bundle'].join(', ')}`)
    return 2
  }
  console.log(`${name} · ${machine()}`)
  const { rows, figures } = await bench()
  console.table(rows)
  if (options.includes('--json')) console.log(JSON.stringify(figures))
  return 0
}

process.exit(await main(process.argv.slice(2)))
