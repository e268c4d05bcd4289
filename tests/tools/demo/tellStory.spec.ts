import { describe, expect, it } from 'vitest'
import { contactSchema } from '#shared/domain/contact.ts'
import { conversationSchema } from '#shared/domain/conversation.ts'
import { channelIdSchema, contactIdSchema } from '#shared/domain/ids.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { olga } from '#tools/demo/people.ts'
import type { Story } from '#tools/demo/stories.ts'
import { stories } from '#tools/demo/stories.ts'
import { tellStory } from '#tools/demo/tellStory.ts'

const NOW = 1_780_000_000_000

const stage = {
  channel: { id: channelIdSchema.parse('channel'), kind: 'telegram', name: 'Тёплый дом' },
  contactId: contactIdSchema.parse('contact'),
  externalId: '7100000001',
  publicId: 1,
  teamId: 'sales',
  path: 'companies/c/conversations/d',
}

const asked: Story['lines'] = [{ from: 'contact', minutesAgo: 30, text: 'Когда ждать?' }]
const answered: Story['lines'] = [
  ...asked,
  { from: olga, minutesAgo: 20, text: 'Завтра', delivery: 'delivered' },
]
const told = (lines: Story['lines'], more: Partial<Story> = {}) =>
  tellStory({ channel: 'telegram', name: 'Анна', lines, ...more }, stage, NOW)

describe('tellStory', () => {
  it('leaves a question unread and waiting', () => {
    expect(told(asked).conversation).toMatchObject({
      unanswered: true,
      unreadCount: 1,
      waitingSinceAt: NOW - 30 * MINUTE_MS,
    })
  })

  it('tells seen from answered', () => {
    expect(told(asked, { isSeen: true }).conversation).toMatchObject({ unanswered: true, unreadCount: 0 })
  })

  it('leaves nothing open after a reply', () => {
    const { conversation } = told(answered)
    expect(conversation).toMatchObject({ unanswered: false, unreadCount: 0, waitingSinceAt: null })
    expect(conversation.lastMessage).toMatchObject({ text: 'Завтра', deliveryStatus: 'delivered' })
  })

  it('leaves conversation and contact to the same team', () => {
    const { contact, conversation } = told(asked)
    expect([contact.teamId, conversation.teamId]).toEqual(['sales', 'sales'])
  })

  it('puts a file under the conversation', () => {
    const file = told([{ from: olga, minutesAgo: 5, text: '', file: 'schet-4190.pdf' }]).messages[0]
    expect(file?.attachments[0]?.path).toMatch(
      /^companies\/c\/conversations\/d\/outgoing\/\w+\/schet-4190\.pdf$/,
    )
  })

  it.each(stories.map((story, at) => [`${String(at)} ${story.name}`, story] as const))(
    'fits the schemas: %s',
    (_, story) => {
      const { contact, conversation, messages } = tellStory(story, stage, NOW)
      expect(contactSchema.parse(contact)).toEqual(contact)
      expect(conversationSchema.parse(conversation)).toEqual(conversation)
      for (const { id: _id, ...message } of messages) expect(messageSchema.parse(message)).toEqual(message)
    },
  )
})

describe('stories', () => {
  it('are told from the oldest line to the newest', () => {
    const disordered = stories.filter(({ lines }) =>
      lines.some((line, at) => line.minutesAgo > (lines[at - 1]?.minutesAgo ?? Infinity)),
    )
    expect(disordered).toEqual([])
  })
})
