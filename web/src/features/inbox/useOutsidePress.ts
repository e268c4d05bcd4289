import { watch } from 'vue'
import type { Ref } from 'vue'

/** Tells of a press outside of an element while something is open in it. */
export function useOutsidePress(
  element: Readonly<Ref<HTMLElement | null>>,
  isOpen: Readonly<Ref<boolean>>,
  onPress: () => void,
): void {
  watch(isOpen, (opened, _before, onCleanup) => {
    if (!opened) return
    const press = ({ target }: Event) => {
      if (target instanceof Node && !element.value?.contains(target)) onPress()
    }
    window.addEventListener('pointerdown', press)
    onCleanup(() => {
      window.removeEventListener('pointerdown', press)
    })
  })
}
