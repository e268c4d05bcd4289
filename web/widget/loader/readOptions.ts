export interface LoaderOptions {
  readonly widgetId: string
  readonly language: 'ru' | 'en'
  readonly theme: string
  readonly colour: string
  /** Where the script came from: the frame lies there too. */
  readonly origin: string
}

const COLOUR = /^#[0-9a-fA-F]{6}$/

/** What the site's code says: `<script src="…/widget.js" data-widget="…">`. */
export function readOptions(script: HTMLScriptElement, preferredLanguage: string): LoaderOptions | null {
  const { widget, lang, theme, colour } = script.dataset
  if (!widget) return null
  return {
    widgetId: widget,
    language: (lang || preferredLanguage).toLowerCase().startsWith('ru') ? 'ru' : 'en',
    theme: theme ?? '',
    colour: colour && COLOUR.test(colour) ? colour : '',
    origin: new URL(script.src).origin,
  }
}

/** The address of the frame; of the page it is told the origin, nothing else. */
export function frameAddress(
  { widgetId, language, theme, origin }: LoaderOptions,
  hostOrigin: string,
): string {
  const query = new URLSearchParams({ widget: widgetId, lang: language, host: hostOrigin })
  if (theme) query.set('theme', theme)
  return `${origin}/widget-frame.html?${query.toString()}`
}
