export interface Divided {
  readonly width: number
  readonly least: number
  readonly most: number
  /** Towards which side the pane grows. */
  readonly grows: 'left' | 'right'
}

const STEP_PX = 16

/** The width a key asks for, as the pattern of a movable separator has it; null for any other key. */
export function dividedWidth(key: string, { width, least, most, grows }: Divided): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return width + (key === (grows === 'right' ? 'ArrowRight' : 'ArrowLeft') ? STEP_PX : -STEP_PX)
    case 'Home':
      return least
    case 'End':
      return most
    default:
      return null
  }
}
