/** Arrow keys, Home and End inside a `role="menu"`, as its pattern asks. */
export function moveInMenu(event: KeyboardEvent): void {
  const { currentTarget: menu, key } = event
  if (!(menu instanceof HTMLElement)) return
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')]
  const target =
    items[
      nextIndex(
        key,
        items.findIndex((item) => item === document.activeElement),
        items.length,
      )
    ]
  if (!target) return
  event.preventDefault()
  event.stopPropagation()
  target.focus()
}

function nextIndex(key: string, current: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowUp':
      return (Math.max(current, 0) - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
