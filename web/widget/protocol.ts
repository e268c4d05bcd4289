import { isColour } from './isColour.ts'

/** What the frame tells the page that holds it. */
export type FrameSays =
  | { readonly pactWidget: 'ready' }
  | { readonly pactWidget: 'close' }
  | { readonly pactWidget: 'unread'; readonly count: number }
  | { readonly pactWidget: 'colour'; readonly colour: string }
  /** The visitor has written: from now on answers are listened for on every page. */
  | { readonly pactWidget: 'conversation' }

/** What the page tells the frame. */
export type LoaderSays = { readonly pactWidget: 'opened' } | { readonly pactWidget: 'closed' }

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

/** Messages of other scripts pass the same way; only well-formed ones of ours are heard. */
export function isFrameSays(data: unknown): data is FrameSays {
  if (!isRecord(data)) return false
  switch (data['pactWidget']) {
    case 'ready':
    case 'close':
    case 'conversation':
      return true
    case 'unread':
      return Number.isInteger(data['count'])
    case 'colour':
      return isColour(data['colour'])
    default:
      return false
  }
}

export function isLoaderSays(data: unknown): data is LoaderSays {
  return isRecord(data) && (data['pactWidget'] === 'opened' || data['pactWidget'] === 'closed')
}
