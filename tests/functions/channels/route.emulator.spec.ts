import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  accountHash,
  credentialsPath,
  forgetRoute,
  routeByAccount,
  routeByChannel,
} from '#functions/channels/route.ts'
import { cost } from '#functions/store/cost.ts'
import { firestore } from '#functions/store/firestore.ts'
import { update } from '#functions/store/store.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/time.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('route')
const HASH = accountHash('telegram', '100001')
const settings = { token: '100001:token', secret: 'its-secret' }

const companyId = companyIdSchema.parse('company')
const channelId = channelIdSchema.parse('channel')
const byAccount = () => routeByAccount('telegram', HASH)
const place = ['channels', { companyId, channelId }] as const

beforeEach(async () => {
  vi.useRealTimers()
  await project.clear()
  forgetRoute(companyId, channelId, HASH)
})
afterAll(() => project.close())

/** Moves this process’s clock alone: the database keeps its own. */
function pass(millis: number): void {
  const now = Date.now() + millis
  vi.useFakeTimers({ toFake: ['Date'], now })
}

describe('an account', () => {
  it('leads to its channel, ready to hear and to speak', async () => {
    await connectedChannel(settings)
    expect(await byAccount()).toMatchObject({
      companyId,
      channelId,
      kind: 'telegram',
      settings,
      channel: { name: 'Тёплый дом' },
    })
  })

  it('leads nowhere as another kind', async () => {
    await connectedChannel(settings)
    expect(await routeByAccount('widget', HASH)).toBeUndefined()
  })

  it('leads nowhere when nobody connected it', async () => {
    expect(await byAccount()).toBeUndefined()
  })

  it('leads nowhere when its channel is disconnected', async () => {
    await connectedChannel(settings)
    await update(place, { state: 'disconnected' })
    expect(await byAccount()).toBeUndefined()
  })

  it('leads nowhere without credentials', async () => {
    await connectedChannel(settings)
    await firestore().doc(credentialsPath(companyId, channelId)).delete()
    expect(await byAccount()).toBeUndefined()
  })

  it('whose credentials were moved here from elsewhere does not open', async () => {
    await connectedChannel(settings, { channelId: 'other', accountId: '100002' })
    await connectedChannel(settings)
    const theirs = await firestore()
      .doc(credentialsPath(companyId, channelIdSchema.parse('other')))
      .get()
    await firestore()
      .doc(credentialsPath(companyId, channelId))
      .set(theirs.data() ?? {})
    await expect(byAccount()).rejects.toThrow()
  })
})

describe('what was read', () => {
  it('is believed for a minute, and costs nothing meanwhile', async () => {
    await connectedChannel(settings)
    await byAccount()
    const { reads } = cost
    await update(place, { state: 'disconnected' })
    pass(MINUTE_MS - SECOND_MS)
    expect(await byAccount()).toBeDefined()
    expect(cost.reads).toBe(reads)
    pass(2 * SECOND_MS)
    expect(await byAccount()).toBeUndefined()
  })

  it('is asked once by many at once', async () => {
    await connectedChannel(settings)
    const { reads } = cost
    await Promise.all(Array.from({ length: 20 }, byAccount))
    expect(cost.reads - reads).toBe(4)
  })

  it('is asked again at once when it was forgotten', async () => {
    await connectedChannel(settings)
    await byAccount()
    await update(place, { state: 'disconnected' })
    forgetRoute(companyId, channelId, HASH)
    expect(await byAccount()).toBeUndefined()
  })

  it('is asked again soon when nothing was there: a webhook may come while its channel is being connected', async () => {
    expect(await byAccount()).toBeUndefined()
    await connectedChannel(settings)
    expect(await byAccount()).toBeUndefined()
    pass(5 * SECOND_MS)
    expect(await byAccount()).toBeDefined()
  })

  it('is asked again when it could not be read', async () => {
    await connectedChannel(settings)
    await firestore().doc(credentialsPath(companyId, channelId)).set({ sealed: 'broken' })
    await expect(byAccount()).rejects.toThrow()
    await connectedChannel(settings)
    expect(await byAccount()).toBeDefined()
  })

  it('leaves room: whoever invents accounts fills no memory', async () => {
    await connectedChannel(settings)
    await byAccount()
    const invented = Array.from({ length: 1100 }, (_, at) =>
      routeByAccount('telegram', accountHash('telegram', `no-${String(at)}`)),
    )
    expect((await Promise.all(invented)).filter((found) => found !== undefined)).toEqual([])
    expect(await byAccount()).toBeDefined()
  })

  it('by its channel is the same', async () => {
    await connectedChannel(settings)
    expect(await routeByChannel(companyId, channelId)).toBe(await byAccount())
  })
})
