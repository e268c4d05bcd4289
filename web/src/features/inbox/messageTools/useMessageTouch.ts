import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'
import { RowGesture } from '../RowGesture.ts'

interface MessageTouchOptions {
  canReply(): boolean
  onReply(): void
  onLongPress(): void
}

interface MessageTouch {
  /** How far the finger has drawn the message, to the left. */
  readonly shift: Ref<number>
  onDown(event: PointerEvent): void
  onMove(event: PointerEvent): void
  onUp(): void
  onCancel(): void
  onTouchEnd(event: TouchEvent): void
  onContextMenu(event: Event): void
}

/** What one finger does on a message: drawn to the left it is answered, pressed long it shows what may be done. */
export function useMessageTouch({ canReply, onReply, onLongPress }: MessageTouchOptions): MessageTouch {
  const shift = ref(0)
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  let isTouched = false
  const gesture = new RowGesture({
    canSwipe: (side) => side === 'left' && canReply(),
    onShift: (px) => {
      if (!isCalm) shift.value = px
    },
    onSwipe: onReply,
    onLongPress,
  })
  onScopeDispose(() => {
    gesture.cancel()
  })
  return {
    shift,
    onDown({ pointerType, isPrimary, clientX, clientY }) {
      isTouched = pointerType === 'touch'
      if (isTouched && isPrimary) gesture.down(clientX, clientY)
    },
    onMove(event) {
      if (event.pointerType !== 'touch' || !gesture.move(event.clientX, event.clientY)) return
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId)
    },
    onUp: () => {
      gesture.up()
    },
    onCancel: () => {
      gesture.cancel()
    },
    onTouchEnd(event) {
      if (gesture.isSpent() && event.cancelable) event.preventDefault()
    },
    onContextMenu(event) {
      if (isTouched) event.preventDefault()
    },
  }
}
