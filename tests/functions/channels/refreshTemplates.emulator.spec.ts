import { describe, expect, it } from 'vitest'
import { refreshApprovedTemplates, refreshDueTemplates } from '#functions/channels/refreshTemplates.ts'
import { find, get, update } from '#functions/store/store.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { useSandbox } from '../useSandbox.ts'

const scene = useSandbox('approved-templates', 5975)
const NOW = Date.now()

const templates = async () => {
  const { companyId, channelId } = scene.route
  const found = await find('approvedTemplates', {}, 10, { companyId, channelId })
  return found.map(({ data }) => data)
}
const refresh = (now = NOW) => refreshApprovedTemplates(scene.route.companyId, scene.route.channelId, now)
const channel = () => get('channels', { companyId: scene.route.companyId, channelId: scene.route.channelId })
const due = (templatesDueAt: number) =>
  update(['channels', { companyId: scene.route.companyId, channelId: scene.route.channelId }], {
    templatesDueAt,
  })

describe('the templates of a channel', () => {
  it('are those of its provider, in their states; others go', async () => {
    expect(await refresh()).toEqual({ count: 3 })
    const read = await templates()
    expect(read.map(({ externalId }) => externalId).sort()).toEqual(['ask_again', 'discount', 'order_ready'])
    expect(read.find(({ externalId }) => externalId === 'order_ready')).toMatchObject({
      state: 'approved',
      variables: ['имя', 'номер заказа'],
    })
    expect(await channel()).toMatchObject({ templatesDueAt: NOW + DAY_MS })
  })

  it('follow what the provider decides, and what has not changed keeps its time', async () => {
    await refresh()
    await scene.sandbox.control('/templates/discount', { state: 'approved' })
    await refresh(NOW + HOUR_MS)
    const times = Object.fromEntries((await templates()).map((each) => [each.externalId, each.updatedAt]))
    expect(times).toEqual({ order_ready: NOW, ask_again: NOW, discount: NOW + HOUR_MS })
  })

  it('are asked for again once a day', async () => {
    await refresh()
    expect(await refreshDueTemplates(NOW + DAY_MS - 1)).toBe(0)
    await scene.sandbox.control('/templates/discount', { state: 'rejected' })
    expect(await refreshDueTemplates(NOW + DAY_MS)).toBe(1)
    expect((await templates()).find(({ externalId }) => externalId === 'discount')?.state).toBe('rejected')
  })

  it('stay as they are while the provider is out of reach, and are asked for in an hour', async () => {
    await refresh()
    await due(NOW)
    const url = process.env['PROVIDER_URL_SANDBOX'] ?? ''
    process.env['PROVIDER_URL_SANDBOX'] = 'http://127.0.0.1:1/sandbox'
    await refreshDueTemplates(NOW)
    process.env['PROVIDER_URL_SANDBOX'] = url
    expect(await templates()).toHaveLength(3)
    expect(await channel()).toMatchObject({ templatesDueAt: NOW + HOUR_MS })
  })
})
