import type { ConversationChange } from '#web/firebase/changeConversation.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import type { ConversationPlace } from '#web/firebase/messages.ts'
import { showToast } from '#web/ui/toasts.ts'
import {
  answering,
  archiving,
  assigning,
  blocking,
  givingToTeam,
  readStep,
  reopening,
  snoozing,
  unblocking,
} from './conversationSteps.ts'
import type { ConversationStep, Deed } from './conversationSteps.ts'
import type { InboxCompanies } from './inboxContext.ts'
import { t } from './messages.ts'
import { dayAndTime } from './moments.ts'

export interface ConversationActions {
  /** Nobody needs to be told: it happens by looking. Refused when something newer has come in. */
  markRead(row: ConversationRow): Promise<boolean>
  markAnswered(...rows: readonly ConversationRow[]): void
  archive(...rows: readonly ConversationRow[]): void
  reopen(...rows: readonly ConversationRow[]): void
  snooze(until: number, ...rows: readonly ConversationRow[]): void
  block(row: ConversationRow): void
  unblock(row: ConversationRow): void
  assign(assigneeId: string, ...rows: readonly ConversationRow[]): void
  giveToTeam(teamId: string, ...rows: readonly ConversationRow[]): void
}

/** So many conversations are changed at a time. */
const AT_ONCE = 10

interface Options {
  readonly companies: InboxCompanies
  /** Refused where the rules do not allow it. */
  change(place: ConversationPlace, change: ConversationChange): Promise<void>
}

/** Makes steps in the member's name. */
function createTaking({ companies, change }: Options) {
  function take(row: ConversationRow, step: ConversationStep): Promise<boolean> {
    const { companyId, id: conversationId, contactId } = row
    const by = companies.of(companyId).member.value
    return change({ companyId, conversationId }, { ...step, contactId, by }).then(
      () => true,
      () => false,
    )
  }

  async function takeOne(row: ConversationRow, step: ConversationStep | null): Promise<boolean> {
    if (step === null) return false
    companies.handled.add(row.id)
    return take(row, step)
  }

  /** Gives those that were changed. */
  async function takeAll(
    rows: readonly ConversationRow[],
    stepOf: Deed['stepOf'],
  ): Promise<ConversationRow[]> {
    const done: ConversationRow[] = []
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE)
      const taken = await Promise.all(some.map((row) => takeOne(row, stepOf(row))))
      done.push(...some.filter((_, index) => taken[index]))
    }
    return done
  }

  return { take, takeAll }
}

/** What a member may do to conversations; each deed tells what it did and takes it back if asked. */
export function createConversationActions(options: Options): ConversationActions {
  const { companies } = options
  const { take, takeAll } = createTaking(options)

  function act(rows: readonly ConversationRow[], deed: Deed, words: string) {
    const due = rows.filter((row) => deed.stepOf(row) !== null)
    if (due.length === 0) return
    const done = takeAll(due, deed.stepOf).then((taken) => {
      if (taken.length < due.length) tellFailure(due.length - taken.length)
      return taken
    })
    const undo = async () => {
      const taken = await done
      const back = await takeAll(taken, deed.undoOf)
      if (back.length < taken.length) tellFailure(taken.length - back.length)
    }
    const text = due.length === 1 ? words : t('doneToMany', { deed: words, count: due.length }, due.length)
    showToast({ text, action: { label: t('undo'), run: () => void undo() } })
  }

  return {
    markRead: (row) => take(row, readStep(row)),
    markAnswered: (...rows) => act(rows, answering, t('answeredToast')),
    archive: (...rows) => act(rows, archiving, t('archivedToast')),
    reopen: (...rows) => act(rows, reopening, reopenedWords(rows)),
    snooze: (until, ...rows) => act(rows, snoozing(until), snoozedWords(until, rows, companies)),
    block: (row) => act([row], blocking, t('blockedToast')),
    unblock: (row) => act([row], unblocking, t('unblockedToast')),
    assign: (to, ...rows) => act(rows, assigning(to), assignedWords(to, rows, companies)),
    giveToTeam: (to, ...rows) => act(rows, givingToTeam(to), teamWords(to, rows, companies)),
  }
}

function tellFailure(count: number) {
  showToast({ text: count === 1 ? t('changeFailed') : t('changesFailed', { count }, count) })
}

/** What was put off did not lie in the archive. */
function reopenedWords(rows: readonly ConversationRow[]): string {
  return t(rows.every(({ state }) => state === 'snoozed') ? 'recalledToast' : 'reopenedToast')
}

function snoozedWords(until: number, [row]: readonly ConversationRow[], companies: InboxCompanies): string {
  if (!row) return ''
  return t('snoozedToast', { until: dayAndTime(until, companies.of(row.companyId).timeZone.value) })
}

function assignedWords(to: string, [row]: readonly ConversationRow[], companies: InboxCompanies): string {
  if (to === '' || !row) return t('unassignedToast')
  const { member, nameOf } = companies.of(row.companyId)
  return to === member.value.id ? t('assignedToast') : t('assignedOtherToast', { name: nameOf(to) })
}

function teamWords(to: string, [row]: readonly ConversationRow[], companies: InboxCompanies): string {
  if (to === '' || !row) return t('teamTakenToast')
  return t('assignedOtherToast', { name: companies.of(row.companyId).teamNameOf(to) })
}
