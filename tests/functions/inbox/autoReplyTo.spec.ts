import { describe, expect, it } from 'vitest'
import { autoReplyTo } from '#functions/inbox/autoReplyTo.ts'
import { toArrival } from '#functions/inbox/toMessage.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { BusinessHours } from '#shared/domain/businessHours.ts'
import type { Channel } from '#shared/domain/channel.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'

const NOW = Date.UTC(2026, 10, 20, 9, 0, 0)
const CLOSED: BusinessHours = ALWAYS.map(() => null)

interface Case {
  readonly channel?: Partial<Channel>
  readonly hours?: BusinessHours
  readonly conversation?: { readonly blocked?: boolean; readonly awayAt?: number }
  readonly sentAt?: readonly number[]
  readonly isFirst?: boolean
}

function reply({ channel, hours = ALWAYS, conversation, sentAt = [NOW], isFirst = true }: Case = {}) {
  const route = {
    channel: aChannel({ greeting: 'Здравствуйте', awayMessage: 'Мы спим', ...channel }),
    clock: { hours, timeZone: 'UTC' },
  }
  const place = { companyId: companyIdSchema.parse('home'), channelId: channelIdSchema.parse('bot') }
  const fresh = sentAt.map((at, index) =>
    toArrival(
      // What an arrival is made of beside its place plays no part here.
      { ...place, ...route, kind: 'telegram' } as never,
      aMessageReceived({ externalId: String(index), sentAt: at }),
      NOW,
    ),
  )
  return autoReplyTo(route, { blocked: false, ...conversation }, fresh, isFirst)
}

describe('within the hours', () => {
  it('a first message is greeted', () => {
    expect(reply()).toMatchObject({ kind: 'greeting', text: 'Здравствуйте' })
  })

  it('a later one is not', () => {
    expect(reply({ isFirst: false })).toBeUndefined()
  })

  it('nothing is said where there is no greeting', () => {
    expect(reply({ channel: { greeting: '' } })).toBeUndefined()
  })
})

describe('outside the hours', () => {
  it('any message is told that nobody is here', () => {
    expect([true, false].map((isFirst) => reply({ hours: CLOSED, isFirst })?.kind)).toEqual([
      'awayMessage',
      'awayMessage',
    ])
  })

  it.each([
    [HOUR_MS, undefined],
    [12 * HOUR_MS - 1, undefined],
    [12 * HOUR_MS, 'awayMessage'],
  ])('once in twelve hours: %d ms after the last time it is %s', (ago, kind) => {
    expect(reply({ hours: CLOSED, conversation: { awayAt: NOW - ago } })?.kind).toBe(kind)
  })

  it('nobody is greeted, also where there is no away message', () => {
    expect(reply({ hours: CLOSED, channel: { awayMessage: '' } })).toBeUndefined()
  })

  it('of the channel’s own, the company’s do not count', () => {
    expect(reply({ hours: ALWAYS, channel: { hours: CLOSED } })?.kind).toBe('awayMessage')
    expect(reply({ hours: CLOSED, channel: { hours: ALWAYS } })?.kind).toBe('greeting')
  })
})

describe('no answer is given', () => {
  it('to who is blocked', () => {
    expect(reply({ conversation: { blocked: true } })).toBeUndefined()
  })

  it('to a message of more than an hour ago', () => {
    expect(reply({ sentAt: [NOW - HOUR_MS - 1] })).toBeUndefined()
    expect(reply({ sentAt: [NOW - HOUR_MS] })).toBeDefined()
  })
})

it('the first timely one of several is answered, after the last of them', () => {
  const [late, first, last] = [NOW - 2 * HOUR_MS, NOW - 500, NOW + 2000]
  const answered = reply({ sentAt: [late, first, last] })
  expect(answered?.at).toBe(last + 1)
  expect(answered?.toId).toBe(reply({ sentAt: [late, first] })?.toId)
  expect(answered?.toId).not.toBe(reply({ sentAt: [first] })?.toId)
})
