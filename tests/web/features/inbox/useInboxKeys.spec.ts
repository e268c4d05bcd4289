import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { EffectScope } from 'vue'
import { companyIdSchema } from '#shared/domain/ids.ts'
import type { ConversationRow } from '#web/firebase/conversations.ts'
import { useInboxKeys } from '#web/features/inbox/useInboxKeys.ts'
import type { InboxKeys } from '#web/features/inbox/useInboxKeys.ts'
import { gatherCommands } from '#web/stores/commands.ts'
import type { Command } from '#web/stores/commands.ts'
import { conversationsAtHand } from '#web/stores/conversationsAtHand.ts'
import { setLetters } from '#web/stores/letterKeys.ts'
import { recentConversations } from '#web/stores/recentConversations.ts'
import { aConversationRow } from '#tests/builders/aConversationRow.ts'

const companyId = companyIdSchema.parse('teply')
const row: ConversationRow = { ...aConversationRow('c1'), companyId }

let told: string[]
let takesSearch: boolean
let scope: EffectScope

function tell(deed: string) {
  return (...given: unknown[]) => void told.push([deed, ...given].join(' '))
}

const keys: InboxKeys = {
  openRow: () => row,
  rows: () => [row],
  step: tell('step'),
  openNeighbour: tell('neighbour'),
  reply: tell('reply'),
  note: tell('note'),
  archive: tell('archive'),
  markAnswered: tell('answered'),
  assign: tell('assign'),
  assignToMe: tell('mine'),
  mute: tell('mute'),
  mark: tell('mark'),
  toggleCard: tell('card'),
  openFilters: tell('filters'),
  chooseFilter: tell('filter'),
  newMessage: tell('new'),
  searchThread() {
    told.push('search')
    return takesSearch
  },
  leave: tell('leave'),
}

beforeEach(() => {
  localStorage.clear()
  told = []
  takesSearch = true
  scope = effectScope()
  scope.run(() => {
    useInboxKeys(keys)
  })
})
afterEach(() => {
  scope.stop()
  setLetters(true)
  document.body.innerHTML = ''
})

function press(code: string, change: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
  return !target.dispatchEvent(
    new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...change }),
  )
}

describe('the inbox’s keys', () => {
  it.each([
    ['KeyJ', 'step 1'],
    ['KeyK', 'step -1'],
    ['KeyC', 'new'],
    ['KeyR', 'reply'],
    ['KeyN', 'note'],
    ['KeyE', 'archive'],
    ['KeyU', 'answered'],
    ['KeyA', 'assign'],
    ['KeyI', 'mine'],
    ['KeyM', 'mute'],
    ['KeyX', 'mark false'],
    ['KeyD', 'card'],
    ['KeyF', 'filters'],
    ['ArrowDown', 'step 1'],
    ['Escape', 'leave'],
  ])('%s: %s', (code, deed) => {
    expect(press(code, { key: 'я' })).toBe(true)
    expect(told).toEqual([deed])
  })

  it('choose a filter, and mark a range, with Shift', () => {
    press('Digit1', { shiftKey: true })
    press('Digit8', { shiftKey: true })
    press('Digit9', { shiftKey: true })
    press('KeyX', { shiftKey: true })
    expect(told).toEqual(['filter 0', 'filter 7', 'mark true'])
  })

  it('leave Ctrl F to the browser where the page does not take it', () => {
    expect(press('KeyF', { ctrlKey: true })).toBe(true)
    takesSearch = false
    expect(press('KeyF', { ctrlKey: true })).toBe(false)
  })

  it('go to the neighbour from the composer, too, and leave it all other keys', () => {
    document.body.innerHTML = '<textarea></textarea>'
    const area = document.querySelector('textarea') ?? document.body
    press('KeyE', {}, area)
    press('ArrowDown', {}, area)
    press('ArrowDown', { altKey: true }, area)
    expect(told).toEqual(['neighbour 1'])
  })

  it('without letters still walk and leave', () => {
    setLetters(false)
    for (const code of ['KeyJ', 'KeyE', 'ArrowUp', 'Escape']) press(code)
    press('Digit1', { shiftKey: true })
    press('KeyF', { ctrlKey: true })
    expect(told).toEqual(['step -1', 'leave', 'search'])
  })
})

describe('the command bar', () => {
  it('is told what is at hand, what was opened, and what can be done', async () => {
    expect(conversationsAtHand()).toEqual([row])
    expect(recentConversations([companyId]).map(({ name }) => name)).toEqual(['Пётр Петров'])
    let commands: readonly Command[] = []
    await gatherCommands((now) => (commands = now))
    commands.find(({ shortcut }) => shortcut === 'E')?.run()
    commands.find(({ id }) => id === 'newMessage')?.run('+79261234567')
    expect(told).toEqual(['archive', 'new +79261234567'])
  })

  it('forgets it with the inbox', () => {
    scope.stop()
    expect(conversationsAtHand()).toEqual([])
  })
})
