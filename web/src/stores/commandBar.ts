import { reactive } from 'vue'

/** The command bar, wherever on the page it is asked for. `isWanted`: it is fetched by now. */
export const commandBar = reactive({ isWanted: false, isOpen: false })

export function openCommandBar(): void {
  commandBar.isWanted = true
  commandBar.isOpen = true
}
