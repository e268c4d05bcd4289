import { isColour } from '../isColour.ts'
import type { Language } from './words.ts'

export interface Parameters {
  readonly widgetId: string
  readonly language: Language
  /** Origin of the page that holds the frame: nobody else is told or heard. */
  readonly hostOrigin: string
  /** Stands above the channel's own; '' where the site's code names none. */
  readonly colour: string
  readonly theme: 'light' | 'dark' | 'system'
}

/** What the loader wrote into the frame's address. */
export function readParameters(address: string, preferredLanguage: string): Parameters {
  const query = new URL(address).searchParams
  const language = query.get('lang') || preferredLanguage
  const theme = query.get('theme')
  const colour = query.get('colour')
  return {
    widgetId: query.get('widget') ?? '',
    language: language.toLowerCase().startsWith('ru') ? 'ru' : 'en',
    hostOrigin: query.get('host') ?? '',
    colour: isColour(colour) ? colour : '',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  }
}
