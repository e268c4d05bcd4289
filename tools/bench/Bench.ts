/** What a bench found: a table for people, an object for machines. */
export interface Findings {
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly figures: Readonly<Record<string, unknown>>
}

/** `options`: what follows the bench's name. */
export type Bench = (options: readonly string[]) => Promise<Findings>
