import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { companyIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import { useInboxAddress } from '#web/features/inbox/useInboxAddress.ts'
import type { InboxAddress } from '#web/features/inbox/useInboxAddress.ts'

const companyId = companyIdSchema.parse('shop')
const place = { companyId, conversationId: conversationIdSchema.parse('conversation-1') }
const other = { companyId, conversationId: conversationIdSchema.parse('conversation-2') }
const render = () => null

async function inboxAt(path: string, of: CompanyId | null = companyId) {
  const routes = [
    { path: '/c/:companyId/inbox/:conversationId?', component: { render } },
    { path: '/all/:companyId?/:conversationId?', component: { render } },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const made: InboxAddress[] = []
  mount({ setup: () => void made.push(useInboxAddress(of)), render }, { global: { plugins: [router] } })
  const [address] = made
  if (!address) throw new Error('the inbox is mounted')
  const now = async () => {
    await flushPromises()
    return decodeURI(router.currentRoute.value.fullPath)
  }
  return { address, now }
}

beforeEach(() => {
  localStorage.clear()
})

describe('an address of the inbox', () => {
  it('says which list, narrowed by what, and which conversation is open', async () => {
    const { address } = await inboxAt('/c/shop/inbox/conversation-1?filter=snoozed&tag=опт&channel=channel-1')
    expect(address.filter.value).toBe('snoozed')
    expect(address.narrowing.value).toEqual({ ...NO_NARROWING, tag: 'опт', channelId: 'channel-1' })
    expect(address.open.value).toEqual(place)
  })

  it('says whose the open conversation is where the list is all companies’', async () => {
    expect((await inboxAt('/all/shop/conversation-1', null)).address.open.value).toEqual(place)
    expect((await inboxAt('/all', null)).address.open.value).toBeNull()
  })

  it('without a filter shows the list chosen last, of this company only', async () => {
    const first = await inboxAt('/c/shop/inbox')
    expect(first.address.filter.value).toBe('open')
    first.address.filter.value = 'archived'
    await first.now()
    expect((await inboxAt('/c/shop/inbox')).address.filter.value).toBe('archived')
    expect((await inboxAt('/all', null)).address.filter.value).toBe('open')
  })
})

describe('choosing', () => {
  it('a filter keeps what narrows the list, and the open conversation', async () => {
    const { address, now } = await inboxAt('/c/shop/inbox/conversation-1?tag=опт')
    address.filter.value = 'all'
    expect(await now()).toBe('/c/shop/inbox/conversation-1?filter=all&tag=опт')
  })

  it('what narrows the list keeps the filter', async () => {
    const { address, now } = await inboxAt('/c/shop/inbox?filter=archived&tag=опт')
    address.narrowing.value = { ...NO_NARROWING, teamId: 'team-1' }
    expect(await now()).toBe('/c/shop/inbox?filter=archived&team=team-1')
  })

  it('both at once is one address', async () => {
    const { address, now } = await inboxAt('/c/shop/inbox?filter=archived&tag=опт')
    address.choose('replied', { ...NO_NARROWING, assigneeId: 'member-1' })
    expect(await now()).toBe('/c/shop/inbox?filter=replied&assignee=member-1')
  })
})

describe('going to a conversation', () => {
  it('keeps the list as it is chosen', async () => {
    const { address, now } = await inboxAt('/c/shop/inbox?filter=archived&tag=опт')
    expect(decodeURI(address.pathOf(other))).toBe('/c/shop/inbox/conversation-2?filter=archived&tag=опт')
    address.goTo(other)
    expect(await now()).toBe('/c/shop/inbox/conversation-2?filter=archived&tag=опт')
    address.toList()
    expect(await now()).toBe('/c/shop/inbox?filter=archived&tag=опт')
  })

  it('keeps to the open ones where another list was chosen last', async () => {
    localStorage.setItem('pact.filter.shop', 'archived')
    const { address, now } = await inboxAt('/c/shop/inbox?filter=open')
    address.goTo(other)
    await now()
    expect(address.filter.value).toBe('open')
  })

  it('of another company leads there among all of them', async () => {
    const { address } = await inboxAt('/all?filter=all', null)
    expect(address.pathOf(place)).toBe('/all/shop/conversation-1?filter=all')
  })

  it('opens its card as a page of its own, and closes it', async () => {
    const { address, now } = await inboxAt('/c/shop/inbox/conversation-1')
    address.openCardPage()
    expect(await now()).toBe('/c/shop/inbox/conversation-1?pane=card')
    expect(address.isCardPage.value).toBe(true)
    address.closeCardPage()
    expect(await now()).toBe('/c/shop/inbox/conversation-1')
    expect(address.isCardPage.value).toBe(false)
  })
})
