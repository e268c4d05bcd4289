import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { wakeSnoozed } from '#functions/inbox/wakeSnoozed.ts'
import { firestore } from '#functions/store/firestore.ts'
import { find, get, set } from '#functions/store/store.ts'
import type { Conversation } from '#shared/domain/conversation.ts'
import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('wake')
const companyId = companyIdSchema.parse('company')

beforeEach(() => project.clear())
afterAll(() => project.close())

const placeOf = (id: string) => ({ companyId, conversationId: conversationIdSchema.parse(id) })

function put(id: string, change: Partial<Conversation>): Promise<void> {
  return set(['conversations', placeOf(id)], aConversation(change))
}

const stateOf = async (id: string) => (await get('conversations', placeOf(id)))?.state
const eventsOf = (id: string) => find('conversationEvents', {}, 10, placeOf(id))

const snoozedUntil = (snoozedUntilAt: number) => ({ state: 'snoozed', snoozedUntilAt }) as const

describe('a conversation that was put off', () => {
  it('opens at the top of the list when its moment has come, and says so', async () => {
    await put('due', snoozedUntil(NOON))
    expect(await wakeSnoozed(NOON)).toBe(1)
    expect(await get('conversations', placeOf('due'))).toMatchObject({
      state: 'open',
      snoozedUntilAt: null,
      sortAt: NOON,
    })
    const [event] = await eventsOf('due')
    expect(event?.data).toMatchObject({ kind: 'woken', from: 'snoozed', to: 'open', by: '' })
    expect((await get('conversations', placeOf('due')))?.lastEventId).toBe(event?.id)
  })

  it('stays where it is until then', async () => {
    await put('later', snoozedUntil(NOON + HOUR_MS))
    expect(await wakeSnoozed(NOON)).toBe(0)
    expect(await stateOf('later')).toBe('snoozed')
  })

  it('is not kept from it by one that cannot be read', async () => {
    await put('broken', snoozedUntil(NOON))
    await firestore().doc(`companies/${companyId}/conversations/broken`).update({ unreadCount: 1e300 })
    await put('due', snoozedUntil(NOON))
    expect(await wakeSnoozed(NOON)).toBe(1)
    expect(await stateOf('due')).toBe('open')
  })

  it('is left alone once somebody has archived it', async () => {
    await put('archived', { state: 'archived', snoozedUntilAt: NOON - HOUR_MS })
    expect(await wakeSnoozed(NOON)).toBe(0)
    expect(await stateOf('archived')).toBe('archived')
  })

  it('opens once, however many look after it', async () => {
    await put('due', snoozedUntil(NOON))
    const woken = await Promise.all([wakeSnoozed(NOON), wakeSnoozed(NOON), wakeSnoozed(NOON)])
    expect(woken.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await eventsOf('due')).toHaveLength(1)
  })
})
