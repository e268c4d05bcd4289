import type { Outcome } from './ruleCoverage.ts'

function merged(outcomes: readonly Outcome[]): Outcome[] {
  const all = new Map<string, Outcome>()
  for (const outcome of outcomes) {
    const key = `${outcome.from}-${outcome.to}`
    const other = all.get(key) ?? outcome
    all.set(key, {
      ...outcome,
      granted: outcome.granted || other.granted,
      denied: outcome.denied || other.denied,
      evaluated: outcome.evaluated || other.evaluated,
    })
  }
  return [...all.values()]
}

function isWithin(inner: Outcome, outer: Outcome): boolean {
  return inner !== outer && inner.from >= outer.from && inner.to <= outer.to
}

/**
 * Every `allow` that was not both granted and denied, and every condition nobody ever came to.
 * The emulator does not report `if false`, which has no choice.
 */
export function coverageGaps(outcomes: readonly Outcome[]): string[] {
  const all = merged(outcomes)
  const policies = all.filter(({ isPolicy }) => isPolicy)
  const unseen = all.filter(({ evaluated }) => !evaluated)
  return [
    ...(policies.length === 0 ? ['there is no policy in the report'] : []),
    ...policies.filter(({ granted }) => !granted).map(({ text }) => `never granted, ${text}`),
    ...policies.filter(({ denied }) => !denied).map(({ text }) => `never denied, ${text}`),
    ...unseen
      .filter((outcome) => !unseen.some((other) => isWithin(outcome, other)))
      .map(({ text }) => `never evaluated, ${text}`),
  ]
}
