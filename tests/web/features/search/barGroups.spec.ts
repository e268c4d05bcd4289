import { describe, expect, it } from 'vitest'
import type { FoundMessage } from '#shared/api/search.ts'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { barGroups } from '#web/features/search/barGroups.ts'
import type { BarContact, BarKnowledge } from '#web/features/search/barGroups.ts'
import type { Command, CommandGroup } from '#web/stores/commands.ts'

const companyId = companyIdSchema.parse('teply')

function contact(name: string, change: Partial<BarContact> = {}): BarContact {
  const conversationId = conversationIdSchema.parse(`c-${String(name.length)}-${change.contactId ?? '1'}`)
  return { companyId, conversationId, contactId: name, name, phone: '', handles: [], ...change }
}

function command(name: string, group: CommandGroup = 'actions'): Command {
  return { id: name, group, name, icon: '', run: () => undefined }
}

const message: FoundMessage = {
  conversationId: conversationIdSchema.parse('c1'),
  messageId: messageIdSchema.parse('m1'),
  contactName: 'Анна',
  channelKind: 'telegram',
  direction: 'inbound',
  sentAt: 1,
  snippet: 'Где заказ',
  ranges: [],
}

const nothing: BarKnowledge = {
  atHand: [],
  recent: [],
  contacts: [],
  messages: [],
  commands: [],
  writeTo: null,
}

function shown(typed: string, known: Partial<BarKnowledge>): Record<string, string[]> {
  const groups = barGroups(typed, { ...nothing, ...known })
  const named = groups.map(({ name, items }) => [
    name,
    items.map(({ value }) => {
      if (value.type === 'contact') return value.contact.name
      return value.type === 'command' ? value.command.name : value.message.snippet
    }),
  ])
  return Object.fromEntries(named) as Record<string, string[]>
}

describe('the command bar', () => {
  const commands = [
    command('Назначить на меня'),
    command('Архивировать чат'),
    command('Сообщения', 'sections'),
    command('Берег', 'companies'),
    command('Адрес магазина', 'templates'),
  ]

  it('empty shows whom one was with last, and what can be done', () => {
    expect(shown('', { recent: [contact('Анна')], atHand: [contact('Павел')], commands })).toEqual({
      recent: ['Анна'],
      actions: ['Назначить на меня', 'Архивировать чат'],
    })
  })

  it('finds words by their beginnings, in every group', () => {
    const known = { atHand: [contact('Анна Светлова'), contact('Павел')], commands }
    expect(shown('а', known)).toEqual({
      contacts: ['Анна Светлова'],
      actions: ['Архивировать чат'],
      templates: ['Адрес магазина'],
    })
    expect(shown('сооб', known)).toEqual({ sections: ['Сообщения'] })
    expect(shown('берег', known)).toEqual({ companies: ['Берег'] })
  })

  it('shows what is here before what the server adds, each person once', () => {
    const known = {
      atHand: [contact('Анна')],
      contacts: [contact('Аглая'), contact('Анна'), contact('Павел')],
    }
    expect(shown('а', known)).toEqual({ contacts: ['Анна', 'Аглая'] })
  })

  it('drops what the server found for a former word', () => {
    expect(shown('пав', { contacts: [contact('Анна')] })).toEqual({})
  })

  it('shows the messages that were found', () => {
    expect(shown('заказами', { messages: [{ ...message, companyId }] })).toEqual({ messages: ['Где заказ'] })
  })

  it('narrows to actions after >', () => {
    expect(shown('>', { atHand: [contact('Анна')], commands })).toEqual({
      actions: ['Назначить на меня', 'Архивировать чат'],
    })
    expect(shown('> арх', { atHand: [contact('Архип')], commands })).toEqual({
      actions: ['Архивировать чат'],
    })
  })

  it('offers to write to a phone, whoever has it', () => {
    const known = { atHand: [contact('Анна', { phone: '+79261234567' })], writeTo: command('Написать') }
    expect(shown('1234', known)).toEqual({ contacts: ['Анна'], actions: ['Написать'] })
  })
})
