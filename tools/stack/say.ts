const startedAt = Date.now()

/** One line of progress, with the seconds since the start. */
export function say(text: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`${seconds.padStart(6)} s  ${text}`)
}
