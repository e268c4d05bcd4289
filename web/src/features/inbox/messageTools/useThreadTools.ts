import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace, ThreadMessage } from '#web/firebase/messages.ts'
import { useBegunQuote } from '../begunReply.ts'
import { manifestOf } from '../channelLook.ts'
import { useInbox } from '../inboxContext.ts'
import { messagePermits } from './messagePermits.ts'
import { provideMessageTools } from './messageTools.ts'
import type { MessageTools } from './messageTools.ts'

interface ThreadToolsOptions {
  readonly place: ConversationPlace
  row(): ConversationRow | null
  canWrite(): boolean
  offersTemplate(): boolean
  messages(): readonly ThreadMessage[]
  /** A message has been taken up, to be answered or changed. */
  onChosen(): void
  onTemplate(): void
}

/** What a member has taken up. */
interface Chosen {
  readonly replyTo: Ref<ThreadMessage | null>
  /** The message whose text is in the composer. */
  readonly edited: ShallowRef<ThreadMessage | null>
  /** The message about to be taken from the customer. */
  readonly doomed: ShallowRef<ThreadMessage | null>
}

interface ThreadTools extends Chosen {
  readonly isSaving: Ref<boolean>
  editLast(): void
  saveEdit(text: string): Promise<void>
  deleteNow(): Promise<void>
}

/** Fetched with the first deed. */
const deeds = () => import('./messageDeeds.ts')

/** What may be done to the messages of one open conversation. */
export function useThreadTools(options: ThreadToolsOptions): ThreadTools {
  const chosen: Chosen = {
    replyTo: useBegunQuote(options.place),
    edited: shallowRef(null),
    doomed: shallowRef(null),
  }
  const tools = provideMessageTools(toolsFor(options, chosen))
  return {
    ...chosen,
    ...useChanges(options, chosen),
    editLast() {
      const last = options.messages().findLast((message) => tools.permitsOf(message).edit.is === 'yes')
      if (last) tools.edit(last)
    },
  }
}

function toolsFor(
  { place, row, canWrite, offersTemplate, onChosen, onTemplate }: ThreadToolsOptions,
  { replyTo, edited, doomed }: Chosen,
): MessageTools {
  const { member } = useInbox()
  const kind = () => row()?.channelKind ?? ''
  return {
    get channelKind() {
      return kind()
    },
    get offersTemplate() {
      return offersTemplate()
    },
    permitsOf(message) {
      const here = { manifest: manifestOf(kind()), memberId: member.value.id, canWrite: canWrite() }
      return messagePermits(message, { ...here, now: Date.now() })
    },
    reply(message) {
      edited.value = null
      replyTo.value = message
      onChosen()
    },
    copy: (message) => void deeds().then(({ copyText }) => copyText(message)),
    edit(message) {
      replyTo.value = null
      edited.value = message
      onChosen()
    },
    chooseTemplate: onTemplate,
    askToDelete: (message) => (doomed.value = message),
    react: (message, emoji) => void deeds().then(({ react }) => react(place, message, emoji, kind())),
  }
}

function useChanges({ place, row }: ThreadToolsOptions, { edited, doomed }: Chosen) {
  const isSaving = ref(false)
  const kind = () => row()?.channelKind ?? ''

  async function whileSaving(work: () => Promise<boolean>): Promise<boolean> {
    isSaving.value = true
    const isDone = await work()
    isSaving.value = false
    return isDone
  }

  return {
    isSaving,
    async saveEdit(text: string) {
      const message = edited.value
      if (!message || isSaving.value) return
      const { saveText } = await deeds()
      if (await whileSaving(() => saveText(place, message, text, kind()))) edited.value = null
    },
    async deleteNow() {
      const message = doomed.value
      if (!message) return
      const { takeBack } = await deeds()
      await whileSaving(() => takeBack(place, message, kind()))
      doomed.value = null
    },
  }
}
