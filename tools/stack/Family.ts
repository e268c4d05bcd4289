import type { RunningProcess } from './listProcesses.ts'

/** Remembers a family of processes, also those whose parent has ended meanwhile. */
export class Family {
  readonly #members = new Map<number, string>()
  readonly #expected = new Set<number>()

  /** A process that belongs to it, seen or not yet seen. */
  expect(pid: number): void {
    this.#expected.add(pid)
  }

  /** Takes in who has been born to a member, drops who has ended, and tells who lives. */
  update(processes: readonly RunningProcess[]): number[] {
    const running = new Map(processes.map((process) => [process.pid, process]))
    for (const [pid, started] of this.#members) {
      if (running.get(pid)?.started !== started) this.#members.delete(pid)
    }
    for (const pid of this.#expected) this.#take(running.get(pid))
    this.#expected.clear()
    while (processes.some((process) => this.#takeChild(process)));
    return [...this.#members.keys()]
  }

  #take(process: RunningProcess | undefined): void {
    if (process) this.#members.set(process.pid, process.started)
  }

  #takeChild(process: RunningProcess): boolean {
    if (this.#members.has(process.pid) || !this.#members.has(process.parent)) return false
    this.#take(process)
    return true
  }
}
