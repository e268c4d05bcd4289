interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * One queue per key in this process, in front of the database: what arrives while a batch is being
 * written makes up the next batch. Contended transactions would each retry against all others.
 */
export class ConversationQueue<Item, Result> {
  readonly #waiting = new Map<string, Waiting<Item, Result>[]>()
  readonly #write: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly #maxBatch: number

  /** `write` answers one result per item, in order; all items of a batch fail together. */
  constructor(maxBatch: number, write: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#maxBatch = maxBatch
    this.#write = write
  }

  add(key: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(key)
      if (waiting) waiting.push({ item, resolve, reject })
      else {
        this.#waiting.set(key, [{ item, resolve, reject }])
        void this.#run(key)
      }
    })
  }

  async #run(key: string): Promise<void> {
    for (;;) {
      const batch = this.#waiting.get(key)?.splice(0, this.#maxBatch) ?? []
      if (batch.length === 0) break
      await this.#writeBatch(batch)
    }
    this.#waiting.delete(key)
  }

  async #writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#write(batch.map(({ item }) => item))
      batch.forEach(({ resolve, reject }, at) => {
        const result = results[at]
        if (result === undefined) reject(new RangeError('a batch answers every item'))
        else resolve(result)
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
