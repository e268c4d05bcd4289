import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { assignConversation } from '#functions/inbox/assignConversation.ts'
import type { OutboxDependencies } from '#functions/inbox/drainLane.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { conversationIdOf, contactIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { firestore } from '#functions/store/firestore.ts'
import { find, get, getAll, remove, set, update } from '#functions/store/store.ts'
import type { Assignment } from '#shared/domain/channel.ts'
import type { Member } from '#shared/domain/member.ts'
import { outboxEntryIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('assign')
const companyId = 'company'
const SALES = teamIdSchema.parse('sales')
let route: ChannelRoute
let now: number

const deps: OutboxDependencies = { now: () => now, deliverLaterAt: () => Promise.resolve() }

beforeEach(async () => {
  await project.clear()
  now = Date.now()
})
afterAll(() => project.close())

async function channelWith(assignment: Partial<Assignment>): Promise<void> {
  const automation = {
    assignment: { mode: 'roundRobin', teamId: '', onlineOnly: false, ...assignment },
  } as const
  route = await connectedChannel(
    { token: '100001:token-of-the-test-bot-000', secret: 'secret' },
    { automation },
  )
}

const member = (userId: string, change: Partial<Member> = {}) =>
  set(['members', { companyId, userId }], aMember({ name: userId, ...change }))
const seen = (userId: string, at = now) => set(['memberActivity', { companyId, userId }], { lastSeenAt: at })

async function threeMembers(): Promise<void> {
  await Promise.all(['anna', 'boris', 'vera'].map((id) => member(id)))
}

/** A stranger writes; as many conversations as there are strangers. */
const write = (customer: number, externalId = '1', at = now) =>
  receiveEvents(
    route,
    [
      aMessageReceived({
        conversationExternalId: String(customer),
        externalId,
        sender: { externalId: String(customer), name: 'Анна Светлова', handle: '', phone: '' },
        sentAt: at,
      }),
    ],
    at,
  )

const customers = (count: number) => Array.from({ length: count }, (_, at) => 500 + at)
const idOf = (customer: number) => conversationIdOf(route.channelId, String(customer))
const conversation = (customer: number) => get('conversations', { companyId, conversationId: idOf(customer) })
const assigneeOf = async (customer: number) => (await conversation(customer))?.assigneeId
const eventsOf = async (customer: number) =>
  (await find('conversationEvents', {}, 100, { companyId, conversationId: idOf(customer) })).map(
    ({ data }) => data,
  )

async function entryIds(): Promise<string[]> {
  const { docs } = await firestore().collection(`companies/${companyId}/outbox`).orderBy('createdAt').get()
  return docs.map(({ id }) => id)
}

/** The trigger, for every entry there is at once. */
async function drainAll(): Promise<void> {
  const ids = await entryIds()
  await Promise.all(ids.map((id) => drainLane(route.companyId, outboxEntryIdSchema.parse(id), deps)))
}

async function tally(count: number): Promise<Record<string, number>> {
  const assignees = await Promise.all(customers(count).map(assigneeOf))
  const result: Record<string, number> = {}
  for (const id of assignees) result[id ?? 'none'] = (result[id ?? 'none'] ?? 0) + 1
  return result
}

describe('a member who is removed while conversations are given away', () => {
  it('is given none from then on, though he was there when it began', async () => {
    await channelWith({})
    await Promise.all([member('anna'), member('boris')])
    await Promise.all(customers(30).map((customer) => write(customer)))
    const ids = (await entryIds()).map((id) => outboxEntryIdSchema.parse(id))
    const entries = await getAll(
      'outbox',
      ids.map((entryId) => ({ companyId, entryId })),
    )
    const given = ids.flatMap((entryId, at) => {
      const entry = entries[at]
      return entry ? [assignConversation({ companyId: route.companyId, entryId, entry, now })] : []
    })
    // Who is there is asked once for all but the first.
    await vi.waitFor(async () => expect((await entryIds()).length).toBeLessThan(28), {
      timeout: 20_000,
      interval: 5,
    })
    await remove('members', { companyId, userId: 'anna' })
    const hers = (await tally(30))['anna'] ?? 0
    await Promise.all(given)
    expect(hers).toBeLessThan(15)
    expect(await tally(30)).toEqual({ anna: hers, boris: 30 - hers })
  })
})

describe('a conversation nobody has', () => {
  beforeEach(async () => {
    await channelWith({})
    await member('anna')
  })

  it('is given to a member, told by an event of nobody’s, and its contact goes with it', async () => {
    await write(500)
    await drainAll()
    expect(await conversation(500)).toMatchObject({ assigneeId: 'anna', unanswered: true })
    const [event, ...others] = await eventsOf(500)
    expect(event).toMatchObject({ kind: 'assigned', from: '', to: 'anna', by: '', byName: '' })
    expect(others).toEqual([])
    expect((await conversation(500))?.lastEventId).not.toBe('')
    const contact = await get('contacts', { companyId, contactId: contactIdOf(route.channelId, '500') })
    expect(contact).toMatchObject({ assigneeId: 'anna' })
    expect(await entryIds()).toEqual([])
  })

  it('is looked for once, however many messages follow', async () => {
    await write(500)
    await write(500, '2')
    expect(await entryIds()).toHaveLength(1)
  })

  it('is not assigned twice when its first webhook is told again', async () => {
    await write(500)
    await write(500)
    await Promise.all([drainAll(), drainAll()])
    await write(500)
    await drainAll()
    expect(await eventsOf(500)).toHaveLength(1)
  })

  it('is assigned when it opens again', async () => {
    await write(500)
    await drainAll()
    const place = ['conversations', { companyId, conversationId: idOf(500) }] as const
    await update(place, { state: 'archived', assigneeId: '' })
    await write(500, '2')
    await drainAll()
    expect(await assigneeOf(500)).toBe('anna')
  })

  it('stays whose it is when it opens again', async () => {
    await write(500)
    const place = ['conversations', { companyId, conversationId: idOf(500) }] as const
    await drainAll()
    await update(place, { state: 'archived', assigneeId: 'boris' })
    await write(500, '2')
    expect(await entryIds()).toEqual([])
  })

  it('that a colleague has taken meanwhile is left to him', async () => {
    await write(500)
    const place = ['conversations', { companyId, conversationId: idOf(500) }] as const
    await update(place, { assigneeId: 'boris' })
    await drainAll()
    expect(await assigneeOf(500)).toBe('boris')
    expect(await eventsOf(500)).toEqual([])
    expect(await entryIds()).toEqual([])
  })

  it.each([{ state: 'archived' }, { blocked: true }] as const)(
    'that is %o meanwhile is left as it is',
    async (change) => {
      await write(500)
      await update(['conversations', { companyId, conversationId: idOf(500) }], change)
      await drainAll()
      expect(await assigneeOf(500)).toBe('')
      expect(await entryIds()).toEqual([])
    },
  )

  it('is left alone once its channel assigns no more', async () => {
    await write(500)
    await channelWith({ mode: 'off' })
    await drainAll()
    expect(await assigneeOf(500)).toBe('')
    expect(await entryIds()).toEqual([])
  })

  it('is found by the sweeper where the process died before anything was done', async () => {
    await write(500)
    now += 31 * SECOND_MS
    await sweepOutbox(deps)
    expect(await assigneeOf(500)).toBe('anna')
  })
})

it('a channel that does not assign orders nothing', async () => {
  await channelWith({ mode: 'off' })
  await write(500)
  expect(await entryIds()).toEqual([])
})

describe('fifty conversations at once', () => {
  it('go to three members by turns, each to exactly one', async () => {
    await channelWith({ mode: 'roundRobin' })
    await threeMembers()
    await Promise.all(customers(50).map((customer) => write(customer)))
    await drainAll()
    expect(Object.values(await tally(50)).sort()).toEqual([16, 17, 17])
    const events = await Promise.all(customers(50).map(eventsOf))
    expect(events.every(({ length }) => length === 1)).toBe(true)
  })

  it('fill up whoever has fewer', async () => {
    await channelWith({ mode: 'leastBusy' })
    await threeMembers()
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        set(
          ['conversations', { companyId, conversationId: `old-${String(at)}` }],
          aConversation({ assigneeId: 'anna' }),
        ),
      ),
    )
    await Promise.all(customers(50).map((customer) => write(customer)))
    await drainAll()
    // 20 + 3, 24, 23: seventy among three.
    const { anna = 0, boris = 0, vera = 0 } = await tally(50)
    expect(anna + boris + vera).toBe(50)
    expect([anna + 20, boris, vera].sort()).toEqual([23, 23, 24])
  })
})

describe('archived conversations', () => {
  it('make nobody busy', async () => {
    await channelWith({ mode: 'leastBusy' })
    await threeMembers()
    for (const [at, assigneeId] of ['boris', 'vera'].entries())
      await set(
        ['conversations', { companyId, conversationId: `open-${String(at)}` }],
        aConversation({ assigneeId }),
      )
    for (const at of [1, 2, 3])
      await set(
        ['conversations', { companyId, conversationId: `done-${String(at)}` }],
        aConversation({ assigneeId: 'anna', state: 'archived' }),
      )
    await write(500)
    await drainAll()
    expect(await assigneeOf(500)).toBe('anna')
  })
})

describe('a team', () => {
  it('gets its channel’s conversations, and nobody else does', async () => {
    await channelWith({ teamId: SALES })
    await member('anna')
    await member('boris', { teamIds: [SALES] })
    for (const customer of customers(4)) await write(customer)
    await drainAll()
    expect(await tally(4)).toEqual({ boris: 4 })
  })

  it('whose conversation one does not see is not one’s turn', async () => {
    await channelWith({})
    await member('anna', { visibility: 'team' })
    await member('boris')
    await write(500)
    await update(['conversations', { companyId, conversationId: idOf(500) }], { teamId: SALES })
    await drainAll()
    expect(await assigneeOf(500)).toBe('boris')
  })
})

describe('where only those online are given conversations', () => {
  beforeEach(async () => {
    await channelWith({ onlineOnly: true })
    await threeMembers()
  })

  it('it is one whose page was open within two minutes', async () => {
    await seen('anna', now - 3 * MINUTE_MS)
    await seen('boris', now - MINUTE_MS)
    for (const customer of customers(3)) await write(customer)
    await drainAll()
    expect(await tally(3)).toEqual({ boris: 3 })
  })

  it('they wait while nobody is, and go to whoever comes, the first first', async () => {
    for (const customer of customers(3)) await write(customer, '1', now + customer - 500)
    await drainAll()
    expect(await tally(3)).toEqual({ '': 3 })
    now += MINUTE_MS + SECOND_MS
    await sweepOutbox(deps)
    expect(await tally(3)).toEqual({ '': 3 })
    await seen('vera', now)
    await seen('anna', now)
    now += MINUTE_MS + SECOND_MS
    await sweepOutbox(deps)
    expect(await Promise.all(customers(3).map(assigneeOf))).toEqual(['anna', 'vera', 'anna'])
    expect(await entryIds()).toEqual([])
  })

  it('they wait longer than a message would', async () => {
    await write(500)
    await drainAll()
    now += 3 * DAY_MS
    await sweepOutbox(deps)
    expect(await entryIds()).toHaveLength(1)
    await seen('vera', now)
    now += MINUTE_MS + SECOND_MS
    await sweepOutbox(deps)
    expect(await assigneeOf(500)).toBe('vera')
  })

  it('waiting ends when the conversation is archived', async () => {
    await write(500)
    await drainAll()
    await update(['conversations', { companyId, conversationId: idOf(500) }], { state: 'archived' })
    now += MINUTE_MS + SECOND_MS
    await sweepOutbox(deps)
    expect(await entryIds()).toEqual([])
  })
})

it('who has left is given nothing', async () => {
  await channelWith({})
  await threeMembers()
  await write(500)
  await drainAll()
  await remove('members', { companyId, userId: 'boris' })
  await write(501)
  await drainAll()
  expect(await assigneeOf(501)).toBe('vera')
})
