/** A get on a dead wire may wait without end: what has no answer by then counts as failed. */
export async function withinLimit<T>(asked: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'))
    }, limitMs)
  })
  return Promise.race([asked, limit]).finally(() => {
    clearTimeout(timer)
  })
}
