import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { get, set } from '#functions/store/store.ts'
import { widgetMailbox } from '#functions/store/widgetMailbox.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('mailbox')
const sessionId = 'session'
const messageId = messageIdSchema.parse('message')
const standing = {
  id: messageId,
  externalId: 'message',
  conversationExternalId: sessionId,
  hasAttachments: false,
}
const seen = () => get('widgetMessages', { sessionId, messageId })
const signal = (signalId: 'typing' | 'read') => get('widgetSignals', { sessionId, signalId })

beforeEach(async () => {
  await project.clear()
  const message = aWidgetMessage({ text: 'Завтро', attachments: [anAttachment()], createdAt: NOON })
  await set(['widgetMessages', { sessionId, messageId }], message)
})
afterAll(() => project.close())

describe('what a visitor reads', () => {
  it('changes with an edit, and says so', async () => {
    await widgetMailbox.edit(standing, 'Завтра')
    expect(await seen()).toMatchObject({ text: 'Завтра' })
    expect((await seen())?.editedAt).toBeGreaterThan(0)
  })

  it('holds nothing of what was taken back, its file neither', async () => {
    await widgetMailbox.delete(standing)
    expect(await seen()).toMatchObject({ text: '', attachments: [] })
    expect((await seen())?.deletedAt).toBeGreaterThan(0)
  })

  it('bears the company’s emoji until it is taken away', async () => {
    await widgetMailbox.react(standing, '👍')
    expect((await seen())?.reaction).toBe('👍')
    await widgetMailbox.react(standing, '')
    expect((await seen())?.reaction).toBe('')
  })

  it('is not made anew by a change', async () => {
    const none = { ...standing, id: messageIdSchema.parse('none') }
    await Promise.all([widgetMailbox.edit(none, 'Завтра'), widgetMailbox.delete(none)])
    expect(await get('widgetMessages', { sessionId, messageId: 'none' })).toBeUndefined()
  })
})

describe('what a visitor sees of the company', () => {
  it('tells when somebody types', async () => {
    await widgetMailbox.showTyping(sessionId)
    expect(Date.now() - ((await signal('typing'))?.at ?? 0)).toBeLessThan(60_000)
  })

  it('tells up to when he has been read', async () => {
    await widgetMailbox.markRead(standing)
    expect(await signal('read')).toEqual({ at: NOON })
  })

  it('tells nothing of a message he never wrote', async () => {
    await widgetMailbox.markRead({ ...standing, id: messageIdSchema.parse('none') })
    expect(await signal('read')).toBeUndefined()
  })
})
