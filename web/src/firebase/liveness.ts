import { FirestoreError, disableNetwork, doc, enableNetwork, getDocFromServer } from 'firebase/firestore'
import { shallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { SECOND_MS } from '#shared/domain/time.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { firestore } from './firestore.ts'

/** `restored` stands for a moment after a break, so that people see it is over. */
export type Connection = 'online' | 'offline' | 'restored'

export const connection = shallowRef<Connection>('online')

/** A socket may be dead for minutes without an error: after this much silence we ask. */
const SILENCE_MS = 15 * SECOND_MS
const ANSWER_LIMIT_MS = 8 * SECOND_MS
const CHECK_EVERY_MS = 3 * SECOND_MS
const RESTORED_SHOWN_MS = 3 * SECOND_MS

/** No channel is called so: a document that is listened to would be answered from here, without the server. */
const NOBODY = 'liveness-probe'

let heardAt = Date.now()
let probed: CompanyId | null = null
let isProbing = false
let restoredTimer: ReturnType<typeof setTimeout> | undefined

/** The server has answered something just now. */
export function noteServerHeard(): void {
  heardAt = Date.now()
  if (connection.value !== 'offline') return
  connection.value = 'restored'
  clearTimeout(restoredTimer)
  restoredTimer = setTimeout(() => {
    if (connection.value === 'restored') connection.value = 'online'
  }, RESTORED_SHOWN_MS)
}

function goOffline(): void {
  connection.value = 'offline'
}

/** Asks the server through the very stream all listeners share and, without an answer, opens fresh sockets. */
export async function probeConnection(): Promise<void> {
  if (isProbing || !probed) return
  isProbing = true
  const isHeard = await Promise.race([answers(probed), timeIsUp()])
  if (isHeard) noteServerHeard()
  else {
    goOffline()
    await disableNetwork(firestore)
    await enableNetwork(firestore)
  }
  isProbing = false
}

async function answers(companyId: CompanyId): Promise<boolean> {
  try {
    await getDocFromServer(doc(firestore, documentPath('channels', { companyId, channelId: NOBODY })))
    return true
  } catch (error) {
    return error instanceof FirestoreError && error.code === 'permission-denied'
  }
}

function timeIsUp(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ANSWER_LIMIT_MS, false))
}

function probeWhenSilent(): void {
  const isVisible = document.visibilityState === 'visible'
  if (isVisible && Date.now() - heardAt >= SILENCE_MS) void probeConnection()
}

function probeNow(): void {
  void probeConnection()
}

/** Keeps `connection` true while a member works in a company. */
export function watchConnection(companyId: CompanyId): () => void {
  probed = companyId
  heardAt = Date.now()
  if (!navigator.onLine) goOffline()
  const timer = setInterval(probeWhenSilent, CHECK_EVERY_MS)
  window.addEventListener('offline', goOffline)
  window.addEventListener('online', probeNow)
  document.addEventListener('visibilitychange', probeWhenSilent)
  return () => {
    probed = null
    clearInterval(timer)
    window.removeEventListener('offline', goOffline)
    window.removeEventListener('online', probeNow)
    document.removeEventListener('visibilitychange', probeWhenSilent)
  }
}
