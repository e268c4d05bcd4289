import { barePage } from './barePage.ts'
import type { BarePage, BarePlace } from './barePage.ts'

declare global {
  interface Window {
    bare: BarePage | undefined
    openBare(place: BarePlace): Promise<void>
  }
}

window.openBare = async (place) => {
  window.bare = await barePage(place)
}
