import { describe, expect, it } from 'vitest'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import { acknowledged, dueAcknowledgement, unreadCount } from '../../../../web/widget/frame/receipts.ts'

const answer = (id: string) => ({ ...aWidgetMessage({ direction: 'outbound' }), id })
const question = { ...aWidgetMessage(), id: 'question' }
const session = {
  sessionId: 'session',
  sessionToken: 'token',
  look: { title: '', greeting: '', colour: '' },
  deliveredIds: ['one'],
  readIds: [],
}

describe('receipts', () => {
  it('tell once that an answer arrived', () => {
    const messages = [question, answer('one'), answer('two')]
    expect(dueAcknowledgement(messages, session, false)).toEqual({ status: 'delivered', ids: ['two'] })
    expect(dueAcknowledgement([answer('one')], session, false)).toBeNull()
  })

  it('tell that it was read, whether or not its arrival was told', () => {
    const due = dueAcknowledgement([answer('one'), answer('two')], session, true)
    expect(due).toEqual({ status: 'read', ids: ['one', 'two'] })
  })

  it('are due no more once told', () => {
    const read = acknowledged(session, { status: 'read', ids: ['one', 'two'] })
    expect(dueAcknowledgement([answer('one'), answer('two')], read, true)).toBeNull()
    expect(dueAcknowledgement([answer('one'), answer('two')], read, false)).toBeNull()
    expect(unreadCount([question, answer('one'), answer('three')], read)).toBe(1)
  })

  it('name no more answers at a time than a request takes', () => {
    const messages = Array.from({ length: 70 }, (_, at) => answer(`answer-${at}`))
    expect(dueAcknowledgement(messages, session, true)?.ids).toHaveLength(50)
  })
})
