import { listen } from './listenerPage.ts'
import type { ListenerPlace } from './listenerPage.ts'

declare global {
  interface Window {
    heardAt: Record<string, number>
    startListening(place: ListenerPlace): Promise<void>
  }
}

window.heardAt = {}
window.startListening = (place) =>
  listen(place, 'bench', (text) => {
    window.heardAt[text] ??= performance.timeOrigin + performance.now()
  })
