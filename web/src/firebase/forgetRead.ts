import { terminate } from 'firebase/firestore'
import { forgetFileUrls } from './fileUrls.ts'
import { firestore } from './firestore.ts'

/** At a sign-out: what was read leaves memory. The page is of no use afterwards. */
export async function forgetRead(): Promise<void> {
  forgetFileUrls()
  await terminate(firestore)
}
