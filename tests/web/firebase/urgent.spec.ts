import { describe, expect, it } from 'vitest'
import { untilNothingUrgent, urgent } from '#web/firebase/urgent.ts'

/** A reading that is answered by hand. */
function aReading() {
  let answer: (value: string) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const reading = new Promise<string>((resolve, reject) => {
    answer = resolve
    fail = reject
  })
  return { reading, answer, fail }
}

/** Whether it is over once everything has run that can. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  let isNow = false
  void waiting.then(() => (isNow = true))
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve))
  return isNow
}

describe('what can wait', () => {
  it('goes at once when nothing is urgent', async () => {
    expect(await isOver(untilNothingUrgent())).toBe(true)
  })

  it('lets everything go first that somebody waits for, begun in the same breath', async () => {
    const [list, thread] = [aReading(), aReading()]
    const waiting = untilNothingUrgent()
    void urgent(list.reading)
    void urgent(thread.reading)
    expect(await isOver(waiting)).toBe(false)
    list.answer('rows')
    expect(await isOver(waiting)).toBe(false)
    thread.answer('messages')
    expect(await isOver(waiting)).toBe(true)
  })

  it('is not held up by what has failed, which fails as it would have', async () => {
    const { reading, fail } = aReading()
    const marked = urgent(reading)
    const waiting = untilNothingUrgent()
    fail(new Error('offline'))
    await expect(marked).rejects.toThrow('offline')
    expect(await isOver(waiting)).toBe(true)
  })
})
