import { disableNetwork, doc, enableNetwork, getDocFromServer } from 'firebase/firestore'
import type { Firestore } from 'firebase/firestore'
import type { ProbedServer } from './connectionProbe.ts'
import { isRefusedByRules } from './isRefusedByRules.ts'

/** `path`: a document nobody listens to, or it would be answered from here, without the server. */
export function probedServer(firestore: Firestore, path: string): ProbedServer {
  return {
    async isReached() {
      try {
        await getDocFromServer(doc(firestore, path))
        return true
      } catch (error) {
        return isRefusedByRules(error)
      }
    },
    async reopen() {
      await disableNetwork(firestore)
      await enableNetwork(firestore)
    },
  }
}
