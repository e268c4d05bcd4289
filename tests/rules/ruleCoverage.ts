import { emulatorAddress } from './emulatorAddress.ts'

interface Value {
  /** An evaluation that failed has a cause; one that was skipped has none. */
  readonly value: { readonly boolValue?: boolean; readonly undefined?: { readonly causeMessage?: string } }
}

interface Expression {
  readonly sourcePosition: {
    readonly line: number
    readonly currentOffset: number
    readonly endOffset: number
  }
  readonly values?: readonly Value[]
  readonly children?: readonly Expression[]
}

interface Report {
  readonly rules: { readonly files: readonly [{ readonly content: string }] }
  readonly report: readonly Expression[]
}

/** What came of one expression of the rules. */
export interface Outcome {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The condition of an `allow`. */
  readonly isPolicy: boolean
  readonly granted: boolean
  readonly denied: boolean
  readonly evaluated: boolean
}

const isFailure = ({ value }: Value): boolean => value.undefined?.causeMessage !== undefined

function outcomeOf({ sourcePosition, values = [] }: Expression, source: Buffer): Outcome {
  const { line, currentOffset: from, endOffset: to } = sourcePosition
  return {
    from,
    to,
    text: `line ${line}: ${source.subarray(from, to).toString()}`,
    isPolicy: /allow [a-z, ]+:\s*if\s+$/.test(source.subarray(0, from).toString()),
    granted: values.some(({ value }) => value.boolValue === true),
    denied: values.some((each) => each.value.boolValue === false || isFailure(each)),
    evaluated: values.some((each) => !each.value.undefined || isFailure(each)),
  }
}

function withChildren(expression: Expression): Expression[] {
  return [expression, ...(expression.children ?? []).flatMap(withChildren)]
}

/** What the Firestore emulator has evaluated since the project's rules were loaded. */
export async function ruleCoverage(projectId: string): Promise<Outcome[]> {
  const { host, port } = emulatorAddress('FIRESTORE_EMULATOR_HOST')
  const answer = await fetch(`http://${host}:${port}/emulator/v1/projects/${projectId}:ruleCoverage`)
  if (!answer.ok) throw new Error(`the emulator has no coverage for us: ${await answer.text()}`)
  const { rules, report } = (await answer.json()) as Report
  const source = Buffer.from(rules.files[0].content)
  return report.flatMap(withChildren).map((expression) => outcomeOf(expression, source))
}
