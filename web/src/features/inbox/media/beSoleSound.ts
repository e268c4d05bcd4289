let current: HTMLMediaElement | undefined

/** One plays at a time: whoever begins quiets the one before. */
export function beSoleSound(element: HTMLMediaElement): void {
  if (current !== element) current?.pause()
  current = element
}
