import { doc, limit, query, serverTimestamp, updateDoc } from 'firebase/firestore'
import * as z from 'zod/mini'
import type { UserId } from '#shared/domain/ids.ts'
import { deviceSchema } from '#shared/domain/user.ts'
import type { Device } from '#shared/domain/user.ts'
import { documentPath } from '#shared/firestore/collections.ts'
import { deviceId } from './deviceId.ts'
import { firestore } from './firestore.ts'
import { followDocuments } from './followDocuments.ts'
import { webQuery } from './webQuery.ts'

export type OwnDevice = Device & { readonly id: string }

/** More browsers nobody keeps in use. */
const SHOWN = 50

/** Where a person has signed in, the latest used first; what he has signed out everywhere since is among them. */
export function followDevices(
  userId: UserId,
  onChanged: (devices: readonly OwnDevice[]) => void,
): () => void {
  return followDocuments({
    query: () => query(webQuery('newestDevice', { userId }), limit(SHOWN)),
    schema: deviceSchema,
    idSchema: z.string(),
    onChanged,
  })
}

/** Under which the server keeps this browser: the id itself stays its secret. */
export async function ownDeviceKey(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(deviceId()))
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, 32)
}

/** Tells the person's other devices that this one is in use. A browser signed in elsewhere is not listed, and stays so. */
export async function noteDeviceUsed(userId: UserId): Promise<void> {
  const path = documentPath('devices', { userId, deviceId: await ownDeviceKey() })
  await updateDoc(doc(firestore, path), { lastUsedAt: serverTimestamp() })
}
