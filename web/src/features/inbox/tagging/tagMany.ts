import { tagContact } from '#web/firebase/contactChanges.ts'
import { showToast } from '#web/ui/toasts.ts'
import { t } from './messages.ts'
import { hasRoom } from './tagChanges.ts'
import type { TagChange } from './tagChanges.ts'

/** So many contacts are changed at a time. */
const AT_ONCE = 10

/** Gives those that were changed. */
async function takeAll(changes: readonly TagChange[]): Promise<TagChange[]> {
  const done: TagChange[] = []
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE)
    const outcomes = await Promise.allSettled(some.map(({ place, to }) => tagContact(place, to)))
    done.push(...some.filter((_, index) => outcomes[index]?.status === 'fulfilled'))
  }
  return done
}

/** Changes the tags of many contacts, tells what became of it, and takes it back if asked. */
export async function tagMany(changes: readonly TagChange[]): Promise<void> {
  if (changes.length === 0) return
  const done = await takeAll(changes.filter(hasRoom))
  const failed = changes.length - done.length
  if (failed > 0) showToast({ text: t('tagsFailed', { count: failed }, failed) })
  if (done.length === 0) return
  const undo = async () => {
    const back = done.map(({ place, from, to }) => ({ place, from: to, to: from }))
    const left = back.length - (await takeAll(back)).length
    if (left > 0) showToast({ text: t('tagsFailed', { count: left }, left) })
  }
  const text = t('tagged', { count: done.length }, done.length)
  showToast({ text, action: { label: t('undo'), run: () => void undo() } })
}
