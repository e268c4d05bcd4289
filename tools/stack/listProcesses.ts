import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'

export interface RunningProcess {
  readonly pid: number
  readonly parent: number
  /** When it began, in whatever unit the system has: tells a process from a later one with the same id. */
  readonly started: string
}

/** Every process there is. */
export function listProcesses(): RunningProcess[] {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs()
}

function fromProc(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [parseStat(Number(pid), readFileSync(`/proc/${pid}/stat`, 'utf8'))]
      } catch {
        // It has ended since the folder was listed.
        return []
      }
    })
}

/** Fields after the name, which stands in brackets and may hold anything: state, parent, …, start time (the 20th). */
export function parseStat(pid: number, stat: string): RunningProcess {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { pid, parent: Number(fields[1]), started: fields[19] ?? '' }
}

function fromPs(): RunningProcess[] {
  const printed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,lstart='], { encoding: 'utf8' })
  return printed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 2)
    .map(([pid, parent, ...started]) => ({
      pid: Number(pid),
      parent: Number(parent),
      started: started.join(' '),
    }))
}
