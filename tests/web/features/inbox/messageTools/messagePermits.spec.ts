import { describe, expect, it } from 'vitest'
import { manifests } from '#channels/manifests.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { Message } from '#shared/domain/message.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { NOON } from '#tests/builders/moments.ts'
import { messagePermits } from '#web/features/inbox/messageTools/messagePermits.ts'

const OLGA = 'operator-1'
const telegram = manifests.telegram
const here = { manifest: telegram, memberId: OLGA, canWrite: true, now: NOON }

const shown = (message: Message, isPending = false) => ({
  ...message,
  id: messageIdSchema.parse('message-1'),
  isPending,
})
const hers = (change: Partial<Message> = {}) =>
  shown(anOutboundMessage({ delivery: { status: 'sent' }, sentAt: NOON - HOUR_MS, ...change }))
const theirs = shown(aMessage())

describe('one’s own message', () => {
  it('may be answered, copied, reacted to, changed and taken back', () => {
    expect(messagePermits(hers(), here)).toEqual({
      reply: true,
      copy: true,
      react: true,
      edit: { is: 'yes' },
      delete: { is: 'yes' },
    })
  })

  it.each(['queued', 'sending', 'failed', 'uncertain'] as const)('that is %s stays as it is', (status) => {
    const permits = messagePermits(hers({ delivery: { status } }), here)
    expect(permits).toMatchObject({ react: false, edit: { is: 'no' }, delete: { is: 'no' } })
  })

  it('still on its way from here stays as it is', () => {
    const permits = messagePermits({ ...hers(), isPending: true }, here)
    expect(permits).toMatchObject({ reply: false, react: false, edit: { is: 'no' } })
  })

  it('older than the channel lets may be changed, and no longer taken back', () => {
    const permits = messagePermits(hers({ sentAt: NOON - 49 * HOUR_MS }), here)
    expect(permits).toMatchObject({ edit: { is: 'yes' }, delete: { is: 'tooLate', windowHours: 48 } })
  })

  it('with a file alone may get words; a sticker has none', () => {
    const file = hers({ text: '', kind: 'document', attachments: [anAttachment()] })
    expect(messagePermits(file, here)).toMatchObject({ copy: false, edit: { is: 'yes' } })
    expect(messagePermits(hers({ kind: 'sticker' }), here)).toMatchObject({ edit: { is: 'no' } })
  })

  it('taken back is left alone', () => {
    expect(messagePermits(hers({ deletedAt: NOON }), here)).toEqual({
      reply: false,
      copy: false,
      react: false,
      edit: { is: 'no' },
      delete: { is: 'no' },
    })
  })
})

describe('another’s message', () => {
  it('may be answered and reacted to, never changed', () => {
    for (const message of [theirs, hers({ author: { type: 'member', id: 'irina', name: 'Ирина' } })]) {
      const permits = messagePermits(message, here)
      expect(permits).toMatchObject({ reply: true, react: true, edit: { is: 'no' }, delete: { is: 'no' } })
    }
  })
})

describe('where nothing can be sent', () => {
  it('a message may be copied, and that is all', () => {
    expect(messagePermits(hers(), { ...here, canWrite: false })).toEqual({
      reply: false,
      copy: true,
      react: false,
      edit: { is: 'no' },
      delete: { is: 'no' },
    })
  })

  it('of a kind this page does not know, too', () => {
    expect(messagePermits(hers(), { ...here, manifest: null })).toMatchObject({
      reply: false,
      react: false,
      edit: { is: 'no' },
    })
  })
})

describe('a channel that cannot', () => {
  it.each(['edit', 'delete'] as const)('%s offers no such thing', (ability) => {
    const manifest = { ...telegram, supports: { ...telegram.supports, [ability]: false } }
    expect(messagePermits(hers(), { ...here, manifest })[ability]).toEqual({ is: 'no' })
  })
})
