import { beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { hideLinkToken } from '#web/app/hideLinkToken.ts'
import { linkToken } from '#web/stores/linkToken.ts'

const TOKEN = 'c'.repeat(43)

function router() {
  const routes = [{ path: '/:page*', component: { render: () => null } }]
  const made = createRouter({ history: createMemoryHistory(), routes })
  made.beforeEach((to, from) => hideLinkToken(to, from))
  return made
}

beforeEach(() => {
  sessionStorage.clear()
})

it('takes the token out of the address and keeps it for its page', async () => {
  const page = router()
  await page.push(`/invitation?x=1#${TOKEN}`)
  expect(page.currentRoute.value.fullPath).toBe('/invitation?x=1')
  expect(linkToken('/invitation')).toBe(TOKEN)
})

it('leaves the router’s own memory of the address without it', async () => {
  history.replaceState({ current: `/invitation#${TOKEN}` }, '', `/invitation#${TOKEN}`)
  await router().push(`/invitation#${TOKEN}`)
  expect(location.hash).toBe('')
  expect(JSON.stringify(history.state)).not.toContain(TOKEN)
})

it('lets an address without a token pass', async () => {
  const page = router()
  await page.push('/invitation')
  expect(page.currentRoute.value.path).toBe('/invitation')
  expect(linkToken('/invitation')).toBe('')
})
