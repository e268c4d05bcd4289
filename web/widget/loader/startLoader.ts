import { WidgetLoader } from './WidgetLoader.ts'
import { readOptions } from './readOptions.ts'

declare global {
  interface Window {
    /** What a site may do with its widget. */
    PactWidget?: { open(): void; close(): void; destroy(): void }
  }
}

/** Puts the widget on the page once, however often its code stands there. */
export function startLoader(script: unknown): void {
  const own =
    script instanceof HTMLScriptElement
      ? script
      : document.querySelector<HTMLScriptElement>('script[data-widget]')
  const options = own && readOptions(own, navigator.language)
  if (!options || window.PactWidget) return
  let loader: WidgetLoader | undefined
  // The code may stand in the head: the page's body is waited for, a call in between is not lost.
  let isWanted = false
  window.PactWidget = {
    open() {
      isWanted = true
      loader?.open()
    },
    close() {
      isWanted = false
      loader?.close()
    },
    destroy() {
      document.removeEventListener('DOMContentLoaded', begin)
      loader?.destroy()
      delete window.PactWidget
    },
  }
  function begin(): void {
    if (!options) return
    loader = new WidgetLoader(options)
    if (isWanted) loader.open()
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
  else begin()
}
