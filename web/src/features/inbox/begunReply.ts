import { computed, shallowReactive } from 'vue'
import type { WritableComputedRef } from 'vue'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import type { PickedFile, Written } from './composeMessages.ts'
import { draftKey, draftOf, writeDraft } from './drafts.ts'

/** What of a begun reply no draft carries: it stays for as long as the page does, wherever one goes meanwhile. */
interface BegunReply {
  readonly files: readonly PickedFile[]
  /** The message it answers. */
  readonly quoted: ThreadMessage | null
}

const NOTHING: BegunReply = { files: [], quoted: null }

const begun = shallowReactive(new Map<string, BegunReply>())

function begunReply(place: ConversationPlace): BegunReply {
  return begun.get(draftKey(place)) ?? NOTHING
}

function change(place: ConversationPlace, changed: Partial<BegunReply>): void {
  const after = { ...begunReply(place), ...changed }
  if (after.files.length > 0 || after.quoted) begun.set(draftKey(place), after)
  else begun.delete(draftKey(place))
}

export function useBegunFiles(place: ConversationPlace): WritableComputedRef<readonly PickedFile[]> {
  return computed({
    get: () => begunReply(place).files,
    set(files) {
      change(place, { files })
    },
  })
}

export function useBegunQuote(place: ConversationPlace): WritableComputedRef<ThreadMessage | null> {
  return computed({
    get: () => begunReply(place).quoted,
    set(quoted) {
      change(place, { quoted })
    },
  })
}

/** Puts back what did not leave, before whatever has been begun meanwhile. */
export function giveBack(
  place: ConversationPlace,
  { text, files }: Pick<Written, 'text' | 'files'>,
  quoted: ThreadMessage | null,
): void {
  const { files: begunFiles, quoted: begunQuote } = begunReply(place)
  writeDraft(place, [text, draftOf(place)].filter((each) => each.trim() !== '').join('\n'))
  change(place, { files: [...files, ...begunFiles], quoted: begunQuote ?? quoted })
}
