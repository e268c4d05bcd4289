import type { ServerResponse } from 'node:http'

/** Tells open pages that something changed, as server-sent events, and whoever keeps it. */
export interface Changes {
  announce(): void
  follow(response: ServerResponse): void
  close(): void
}

/** A page that reloads more often than this helps nobody. */
const COALESCE_MS = 100

export function createChanges(changed: () => void): Changes {
  const followers = new Set<ServerResponse>()
  let pending: NodeJS.Timeout | undefined
  const tell = () => {
    pending = undefined
    followers.forEach((follower) => follower.write('data: changed\n\n'))
  }

  return {
    announce() {
      changed()
      if (followers.size > 0) pending ??= setTimeout(tell, COALESCE_MS)
    },
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(': open\n\n')
      followers.add(response)
      response.on('close', () => followers.delete(response))
    },
    close() {
      clearTimeout(pending)
      followers.forEach((follower) => follower.end())
    },
  }
}
