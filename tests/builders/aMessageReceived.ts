import type { MessageReceived } from '#shared/domain/channelEvent.ts'

/** A text from a contact. Valid as it is; change one thing. */
export function aMessageReceived(changes: Partial<MessageReceived> = {}): MessageReceived {
  return {
    type: 'messageReceived',
    conversationExternalId: '500',
    externalId: '1',
    sender: { externalId: '500', name: 'Анна Светлова', handle: '@anna', phone: '' },
    kind: 'text',
    text: 'Здравствуйте',
    attachments: [],
    sentAt: Date.UTC(2026, 10, 20, 9, 0, 0),
    sequence: 1,
    ...changes,
  }
}
