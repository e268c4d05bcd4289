export type SwipeSide = 'left' | 'right'

export interface RowGestureOptions {
  /** Whether a swipe towards this side means something here. */
  canSwipe(side: SwipeSide): boolean
  onShift(px: number): void
  onSwipe(side: SwipeSide): void
  onLongPress(x: number, y: number): void
}

/** Less than this is a trembling finger. */
const SLOP_PX = 10
const LONG_PRESS_MS = 500
/** From here on letting go does it. */
export const SWIPE_PX = 88
const MOST_SHIFT_PX = 144
/** Beginning at the very edge, a swipe is the system's own way back. */
const EDGE_PX = 24

const sideOf = (dx: number): SwipeSide => (dx > 0 ? 'right' : 'left')

/** What one finger does on a row: a long press, a swipe, or neither. */
export class RowGesture {
  readonly #options: RowGestureOptions
  #mode: 'idle' | 'undecided' | 'swiping' | 'pressed' | 'scrolling' = 'idle'
  #start = { x: 0, y: 0 }
  #shift = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: RowGestureOptions) {
    this.#options = options
  }

  down(x: number, y: number): void {
    this.#end()
    this.#mode = 'undecided'
    this.#start = { x, y }
    this.#timer = setTimeout(() => {
      this.#mode = 'pressed'
      this.#options.onLongPress(x, y)
    }, LONG_PRESS_MS)
  }

  /** True once the finger belongs to the row and no longer to scrolling. */
  move(x: number, y: number): boolean {
    const [dx, dy] = [x - this.#start.x, y - this.#start.y]
    if (this.#mode === 'undecided') this.#decide(dx, dy)
    if (this.#mode !== 'swiping') return false
    const isAllowed = this.#options.canSwipe(sideOf(dx))
    this.#shiftTo(isAllowed ? Math.max(-MOST_SHIFT_PX, Math.min(MOST_SHIFT_PX, dx)) : 0)
    return true
  }

  up(): void {
    const wanted = this.#mode === 'swiping' && Math.abs(this.#shift) >= SWIPE_PX ? this.#shift : 0
    this.#end()
    if (wanted !== 0) this.#options.onSwipe(sideOf(wanted))
  }

  cancel(): void {
    this.#end()
    if (this.#mode !== 'pressed') this.#mode = 'idle'
  }

  /** Whether the last touch was a gesture, and no click; asked once. */
  isSpent(): boolean {
    const isGesture = this.#mode === 'pressed' || this.#mode === 'swiping'
    this.#mode = 'idle'
    return isGesture
  }

  #decide(dx: number, dy: number): void {
    if (Math.hypot(dx, dy) < SLOP_PX) return
    clearTimeout(this.#timer)
    const isSideways = Math.abs(dx) > Math.abs(dy) * 1.5 && this.#start.x > EDGE_PX
    this.#mode = isSideways && this.#options.canSwipe(sideOf(dx)) ? 'swiping' : 'scrolling'
  }

  #end(): void {
    clearTimeout(this.#timer)
    if (this.#shift !== 0) this.#shiftTo(0)
  }

  #shiftTo(px: number): void {
    this.#shift = px
    this.#options.onShift(px)
  }
}
