import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { messageIdSchema } from '#shared/domain/ids.ts'
import type { Message } from '#shared/domain/message.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import EditComposer from '#web/features/inbox/messageTools/EditComposer.vue'

function edited(change: Partial<Message> = {}, busy = false) {
  const id = messageIdSchema.parse('message-1')
  const message = { ...anOutboundMessage({ text: 'Завтро', ...change }), id, isPending: false }
  return mount(EditComposer, { props: { message, channelKind: 'telegram', busy } })
}

const area = (view: ReturnType<typeof edited>) => view.get<HTMLTextAreaElement>('textarea')

describe('a message being changed', () => {
  it('begins with its own text, and is saved by Enter', async () => {
    const view = edited()
    expect(area(view).element.value).toBe('Завтро')
    await area(view).setValue(' Завтра ')
    await area(view).trigger('keydown', { key: 'Enter' })
    expect(view.emitted('save')).toEqual([['Завтра']])
  })

  it('goes on over lines with Shift+Enter', async () => {
    const view = edited()
    await area(view).trigger('keydown', { key: 'Enter', shiftKey: true })
    expect(view.emitted('save')).toBeUndefined()
  })

  it('is left as it was by Esc', async () => {
    const view = edited()
    await area(view).trigger('keydown', { code: 'Escape', key: 'Escape' })
    expect(view.emitted('cancel')).toHaveLength(1)
  })

  it('is not saved without words, but under a file', async () => {
    const text = edited()
    await area(text).setValue(' ')
    await area(text).trigger('keydown', { key: 'Enter' })
    expect(text.emitted('save')).toBeUndefined()
    const file = edited({ attachments: [anAttachment()] })
    await area(file).setValue('')
    await area(file).trigger('keydown', { key: 'Enter' })
    expect(file.emitted('save')).toEqual([['']])
  })

  it('is not saved above the length the channel takes', async () => {
    const view = edited({ attachments: [anAttachment()] })
    await area(view).setValue('я'.repeat(1025))
    await area(view).trigger('keydown', { key: 'Enter' })
    expect(view.emitted('save')).toBeUndefined()
  })

  it('is not saved twice while it is being saved', async () => {
    const view = edited({}, true)
    await area(view).trigger('keydown', { key: 'Enter' })
    expect(view.emitted('save')).toBeUndefined()
  })
})
