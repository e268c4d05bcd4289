const KEY = 'pact.emoji'
const KEPT = 24

/** What was picked in this browser, newest first. */
export function recentEmoji(): readonly string[] {
  return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean).slice(0, KEPT)
}

export function noteEmoji(emoji: string): void {
  const others = recentEmoji().filter((each) => each !== emoji)
  localStorage.setItem(KEY, [emoji, ...others].slice(0, KEPT).join(' '))
}
