import { isColour } from '../isColour.ts'

export interface LoaderOptions {
  readonly widgetId: string
  readonly language: 'ru' | 'en'
  readonly theme: string
  /** Of button and chat; '' leaves it to the channel's settings. */
  readonly colour: string
  /** Where the script came from: the frame lies there too. */
  readonly origin: string
}

/** What the site's code says: `<script src="…/widget.js" data-widget="…">`. */
export function readOptions(script: HTMLScriptElement, preferredLanguage: string): LoaderOptions | null {
  const { widget, lang, theme, colour } = script.dataset
  if (!widget) return null
  return {
    widgetId: widget,
    language: (lang || preferredLanguage).toLowerCase().startsWith('ru') ? 'ru' : 'en',
    theme: theme ?? '',
    colour: isColour(colour) ? colour : '',
    origin: new URL(script.src).origin,
  }
}

/** The address of the frame; of the page it is told the origin and how to look, nothing else. */
export function frameAddress(
  { widgetId, language, theme, colour, origin }: LoaderOptions,
  hostOrigin: string,
): string {
  const query = new URLSearchParams({ widget: widgetId, lang: language, host: hostOrigin })
  if (theme) query.set('theme', theme)
  if (colour) query.set('colour', colour)
  return `${origin}/widget-frame.html?${query.toString()}`
}
