import type { CompanyId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { connection } from './connection.ts'
import { connectionProbe } from './connectionProbe.ts'
import type { ConnectionProbe } from './connectionProbe.ts'
import { firestore } from './firestore.ts'
import { probedServer } from './probedServer.ts'

const SILENCE_MS = 15 * SECOND_MS
const RESTORED_SHOWN_MS = 3 * SECOND_MS

/** No channel is called so. */
const NOBODY = 'liveness-probe'

let probe: ConnectionProbe | null = null
let restoredTimer: ReturnType<typeof setTimeout> | undefined

/** The server has answered something just now. */
export function noteServerHeard(): void {
  probe?.noteHeard()
}

export async function probeConnection(): Promise<void> {
  await probe?.ask()
}

function show(isHeard: boolean): void {
  clearTimeout(restoredTimer)
  connection.value = isHeard ? 'restored' : 'offline'
  if (isHeard) restoredTimer = setTimeout(showOnline, RESTORED_SHOWN_MS)
}

function showOnline(): void {
  connection.value = 'online'
}

/** Keeps `connection` true while a member works in a company. */
export function watchConnection(companyId: CompanyId): () => void {
  const path = documentPath('channels', { companyId, channelId: NOBODY })
  const own = connectionProbe({
    server: probedServer(firestore, path),
    silenceMs: SILENCE_MS,
    onChange: show,
  })
  probe = own
  return () => {
    own.stop()
    if (probe !== own) return
    probe = null
    clearTimeout(restoredTimer)
    showOnline()
  }
}
