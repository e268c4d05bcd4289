import { describe, expect, it } from 'vitest'
import { channelIdSchema } from '#shared/domain/ids.ts'
import { channelChoices } from '#web/features/newMessage/channelChoices.ts'
import { aChannel } from '#tests/builders/aChannel.ts'

const channel = (id: string, change: Parameters<typeof aChannel>[0] = {}) => ({
  ...aChannel(change),
  id: channelIdSchema.parse(id),
})

describe('the channels to choose from', () => {
  it('begin with those that can write first', () => {
    const choices = channelChoices([channel('bot'), channel('sandbox', { kind: 'sandbox' })])
    expect(choices.map(({ label, obstacle }) => [label, obstacle])).toEqual([
      ['Песочница', ''],
      ['Telegram-бот', 'Telegram-бот не может написать первым: дождитесь сообщения клиента'],
    ])
  })

  it('of one kind are told apart by their accounts', () => {
    const kind = 'sandbox'
    const choices = channelChoices([
      channel('one', { kind, name: 'Тёплый дом' }),
      channel('two', { kind, name: 'Уют Ремонт' }),
    ])
    expect(choices.map(({ label }) => label)).toEqual(['Тёплый дом', 'Уют Ремонт'])
  })

  it('that are disconnected say so', () => {
    const [choice] = channelChoices([channel('one', { kind: 'sandbox', state: 'disconnected' })])
    expect(choice?.obstacle).toBe('Песочница: канал отключён')
  })

  it('of a kind this page does not know are not among them', () => {
    expect(channelChoices([channel('one', { kind: 'pigeon' })])).toEqual([])
  })
})
