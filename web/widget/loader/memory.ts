/** What the site's own storage keeps of a widget: that there is a conversation, and the launcher's colour. */
export interface LoaderMemory {
  readonly hasConversation: boolean
  readonly colour: string
}

/** Not the frame's own key: a site may lie on the frame's origin. */
const keyOf = (widgetId: string) => `pact-widget-launcher:${widgetId}`

/** Storage may be blocked; then every page begins anew. */
export function loadMemory(widgetId: string): LoaderMemory {
  try {
    const [conversation = '', colour = ''] = (localStorage.getItem(keyOf(widgetId)) ?? '').split(' ')
    return { hasConversation: conversation === '1', colour }
  } catch {
    return { hasConversation: false, colour: '' }
  }
}

export function saveMemory(widgetId: string, { hasConversation, colour }: LoaderMemory): void {
  try {
    localStorage.setItem(keyOf(widgetId), `${hasConversation ? '1' : '0'} ${colour}`)
  } catch {
    // Blocked: the frame is then made at the first opening.
    return
  }
}
