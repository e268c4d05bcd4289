/** One request the page sent: when, and what it says. */
export interface Sent {
  readonly at: number
  readonly url: string
  body: string
}

/** What came back from Firestore so far. */
export interface Answer {
  readonly url: string
  text: string
}

export interface PageProbe {
  readonly sent: readonly Sent[]
  /** When so many elements were there, in the frame that paints them. */
  painted(selector: string, count: number): Promise<number>
  readonly firstRows: Promise<number>
}

declare global {
  interface Window {
    probe: PageProbe
    answers: readonly Answer[]
  }
}

/** Runs in the page before its own scripts; it may use nothing from outside of itself. */
export function installProbe(): void {
  const sent: Sent[] = []
  const fetchFromServer = window.fetch.bind(window)

  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const entry = { at: performance.now(), url: request.url, body: '' }
    sent.push(entry)
    void request
      .clone()
      .text()
      .then((body) => (entry.body = body))
    return fetchFromServer(request)
  }

  const nextFrame = () =>
    new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))

  async function painted(selector: string, count: number): Promise<number> {
    const isThere = (): boolean => document.querySelectorAll(selector).length >= count
    if (!isThere()) {
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isThere()) return
          observer.disconnect()
          resolve()
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true })
      })
    }
    return nextFrame()
  }

  window.probe = { sent, painted, firstRows: painted('[data-test="row"]', 10) }
}

/** The same way: keeps what Firestore answers. It costs time, so nothing is timed with it. */
export function keepAnswers(): void {
  const answers: Answer[] = []
  const fetchFromServer = window.fetch.bind(window)

  async function keep(url: string, stream: ReadableStream<Uint8Array>): Promise<void> {
    const answer = { url, text: '' }
    answers.push(answer)
    const decoder = new TextDecoder()
    const reader = stream.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      answer.text += decoder.decode(part.value, { stream: true })
    }
  }

  window.fetch = async (input, init) => {
    const response = await fetchFromServer(input, init)
    if (!response.url.includes('google.firestore') || !response.body) return response
    const [own, kept] = response.body.tee()
    keep(response.url, kept).catch(() => undefined)
    return new Response(own, response)
  }

  window.answers = answers
}
