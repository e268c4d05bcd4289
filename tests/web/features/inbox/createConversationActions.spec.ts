import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'
import { NOON } from '#tests/builders/moments.ts'
import { someInboxCompanies } from '#tests/builders/someInboxCompanies.ts'
import { createConversationActions } from '#web/features/inbox/createConversationActions.ts'
import type { ConversationChange } from '#web/firebase/changeConversation.ts'
import { toasts } from '#web/ui/toasts.ts'

const row = (id: string, change: Parameters<typeof aConversationRow>[1] = {}) => aConversationRow(id, change)
const many = (count: number) => Array.from({ length: count }, (_, at) => row(`c${String(at)}`))

interface Done extends ConversationChange {
  readonly id: string
}

/** Deeds whose changes are kept; those of `refused` are not allowed. */
function acting(...refused: readonly string[]) {
  const done: Done[] = []
  let [now, most] = [0, 0]
  const companies = someInboxCompanies()
  const actions = createConversationActions({
    companies,
    async change({ conversationId }, change) {
      most = Math.max(most, ++now)
      await Promise.resolve()
      now--
      if (refused.includes(conversationId)) throw new Error('permission-denied')
      done.push({ ...change, id: conversationId })
    },
  })
  const told = () => done.map(({ id, kind }) => `${id} ${kind}`)
  return { actions, done, told, handled: companies.handled, most: () => most }
}

const words = () => toasts.map(({ text }) => text)

async function undo() {
  await flushPromises()
  toasts.find(({ action }) => action)?.action?.run()
  await flushPromises()
}

beforeEach(() => {
  toasts.splice(0)
})

describe('a deed', () => {
  it('is done in the member’s name, told of, and taken back', async () => {
    const { actions, done, told } = acting()
    actions.archive(row('c1'))
    expect(words()).toEqual(['Диалог в архиве'])
    await undo()
    expect(told()).toEqual(['c1 archived', 'c1 reopened'])
    expect(done[0]?.by).toMatchObject({ id: 'olga', name: 'Ольга Нечаева' })
    expect(done[0]?.contactId).toBe('contact-1')
  })

  it('lets its row move under his hand, which reading by looking does not', async () => {
    const { actions, handled } = acting()
    await actions.markRead(row('c1'))
    actions.archive(row('c2'), row('c3', { state: 'archived' }))
    expect([...handled]).toEqual(['c2'])
  })

  it('says how many it was done to', () => {
    const { actions } = acting()
    actions.markAnswered(...many(3))
    expect(words()).toEqual(['Отмечено прочитанным: 3 диалога'])
  })

  it('leaves alone those it would not change, and says nothing where there is none', async () => {
    const { actions, told } = acting()
    actions.archive(row('c1', { state: 'archived' }))
    expect(words()).toEqual([])
    actions.archive(row('c1', { state: 'archived' }), row('c2'))
    await flushPromises()
    expect([words(), told()]).toEqual([['Диалог в архиве'], ['c2 archived']])
  })

  it('says how many it failed for, and takes back only what was done', async () => {
    const { actions, told } = acting('c1', 'c2')
    actions.assign('irina', ...many(4))
    await flushPromises()
    expect(words()).toEqual([
      'Диалог назначен: Ирина Лаптева: 4 диалога',
      'Не получилось с 2 диалогами: попробуйте ещё раз',
    ])
    await undo()
    expect(told()).toEqual(['c0 assigned', 'c3 assigned', 'c0 assigned', 'c3 assigned'])
    expect(words()).toHaveLength(2)
  })

  it('of hundreds is ten changes at a time', async () => {
    const { actions, told, most } = acting()
    actions.archive(...many(25))
    await flushPromises()
    expect([told().length, most()]).toEqual([25, 10])
  })

  it('is taken back once it is done, however early one asks', async () => {
    const { actions, told } = acting()
    actions.archive(row('c1'))
    toasts[0]?.action?.run()
    await flushPromises()
    expect(told()).toEqual(['c1 archived', 'c1 reopened'])
  })

  it('that looking does says nothing, but whether it was allowed', async () => {
    const { actions } = acting('c2')
    expect(await actions.markRead(row('c1'))).toBe(true)
    expect(await actions.markRead(row('c2'))).toBe(false)
    expect(words()).toEqual([])
  })
})

describe('the words of a deed', () => {
  const open = row('c1', { assigneeId: 'petr', teamId: 'stock' })
  const snoozed = row('c1', { state: 'snoozed', snoozedUntilAt: NOON })
  const archived = row('c1', { state: 'archived' })

  it.each<[string, (actions: ReturnType<typeof acting>['actions']) => void]>([
    ['Диалог назначен на вас', ({ assign }) => assign('olga', open)],
    ['Диалог назначен: Ирина Лаптева', ({ assign }) => assign('irina', open)],
    ['Назначение снято', ({ assign }) => assign('', open)],
    ['Диалог назначен: Продажи', ({ giveToTeam }) => giveToTeam('sales', open)],
    ['Диалог больше не у отдела', ({ giveToTeam }) => giveToTeam('', open)],
    ['Диалог возвращён из архива', ({ reopen }) => reopen(archived)],
    ['Диалог снова среди открытых', ({ reopen }) => reopen(snoozed)],
    ['Клиент заблокирован', ({ block }) => block(open)],
    ['Клиент разблокирован', ({ unblock }) => unblock(row('c1', { blocked: true, state: 'archived' }))],
  ])('«%s»', (expected, act) => {
    act(acting().actions)
    expect(words()).toEqual([expected])
  })

  it('say until when by the company’s clock', () => {
    acting().actions.snooze(NOON, open)
    expect(words()).toEqual(['Отложено до 20 ноября 2026, 15:00'])
  })
})
