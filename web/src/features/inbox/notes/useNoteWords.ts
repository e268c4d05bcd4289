import { computed } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { TEXT_MAX_LENGTH } from '#shared/domain/message.ts'
import { MENTIONS_MAX_COUNT } from '#shared/domain/note.ts'
import type { NoteWords } from '#web/firebase/notes.ts'
import { useInbox } from '../inboxContext.ts'
import { mentionedIds } from './mentions.ts'
import { t } from './messages.ts'

interface WrittenNote {
  readonly words: ComputedRef<NoteWords>
  /** Why it cannot be saved, in words; '' when nothing is against it. */
  readonly problem: ComputedRef<string>
  readonly canSave: ComputedRef<boolean>
}

/** What a note says and whom it mentions, as it would be saved. */
export function useNoteWords(text: Readonly<Ref<string>>, chosen: ReadonlyMap<string, string>): WrittenNote {
  const { members } = useInbox()
  const words = computed(() => {
    const said = text.value.trim()
    return { text: said, mentions: mentionedIds(said, [...members.value.values()], chosen) }
  })
  const problem = computed(() => {
    const excess = words.value.text.length - TEXT_MAX_LENGTH
    if (excess > 0) return t('tooLong', { count: excess }, excess)
    const isCrowd = words.value.mentions.length > MENTIONS_MAX_COUNT
    return isCrowd ? t('tooManyMentions', { count: MENTIONS_MAX_COUNT }) : ''
  })
  const canSave = computed(() => words.value.text !== '' && problem.value === '')
  return { words, problem, canSave }
}
