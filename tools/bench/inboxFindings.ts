import type { Findings } from './Bench.ts'
import { stepNames } from './inboxSteps.ts'
import type { StepName, Timing } from './inboxSteps.ts'
import { sumOfReads } from './wireReads.ts'
import type { Reads } from './wireReads.ts'

export type Timings = Readonly<Record<StepName, Timing>>

export interface Weight {
  readonly droppedInList: number
  readonly droppedInThread: number
  readonly heapMb: number
  readonly domWhenOpened: number
  /** With older rows and messages loaded by scrolling. */
  readonly domNodes: number
}

/** Of one number of conversations. */
export interface Measured {
  readonly size: number
  readonly timings: Timings
  readonly weight: Weight
  readonly reads: Readonly<Record<StepName, Reads>>
}

const round = (value: number): number => Math.round(value * 10) / 10
const beyond = ({ total, bare }: Timing): number => round(total - bare)

function bySize<Value>(measured: readonly Measured[], of: (each: Measured) => Value): Record<string, Value> {
  return Object.fromEntries(measured.map((each) => [String(each.size), of(each)]))
}

function rowsOf({ size, timings, weight, reads }: Measured): Findings['rows'] {
  const steps = stepNames.map((step) => ({
    conversations: size,
    what: step,
    total: timings[step].total,
    bare: timings[step].bare,
    beyond: beyond(timings[step]),
    reads: sumOfReads(reads[step]),
    'read by': Object.entries(reads[step])
      .map(([name, count]) => `${name} ${String(count)}`)
      .join(', '),
  }))
  return [...steps, { conversations: size, what: 'weight', ...weight }]
}

/** The two searches count as one: the worse of both, with the most conversations. */
function searchOf({ timings, reads }: Measured) {
  const both = ['contactSearch', 'messageSearch'] as const
  return {
    beyondBare: Math.max(...both.map((step) => beyond(timings[step]))),
    reads: Math.max(...both.map((step) => sumOfReads(reads[step]))),
  }
}

export function inboxFindings(measured: readonly Measured[]): Findings {
  const largest = measured.toSorted((a, b) => b.size - a.size)[0]
  if (!largest) throw new RangeError('nothing was measured')
  const { droppedInList, droppedInThread, heapMb, domNodes } = largest.weight
  const timingOf = (step: StepName) => bySize(measured, ({ timings }) => timings[step])
  const readsOf = (step: StepName) => bySize(measured, ({ reads }) => sumOfReads(reads[step]))
  return {
    rows: measured.flatMap(rowsOf),
    figures: {
      firstRows: timingOf('firstRows'),
      filterSwitch: timingOf('filterSwitch'),
      openThread: timingOf('openThread'),
      search: searchOf(largest),
      droppedFrames: droppedInList + droppedInThread,
      heapMb,
      domNodes,
      reads: Object.fromEntries(stepNames.map((step) => [step, readsOf(step)])),
    },
  }
}
