import { beforeEach, expect, it } from 'vitest'
import { forgetLinkToken, keepLinkToken, linkToken } from '#web/stores/linkToken.ts'

const TOKEN = 'fnylK_iEhrxoyhuVpBf0wMJocxWeq4Q_WQqdJb7xXG0'

beforeEach(() => {
  sessionStorage.clear()
})

it('is kept for its page alone until it is forgotten', () => {
  keepLinkToken('/invitation', TOKEN)
  expect(linkToken('/invitation')).toBe(TOKEN)
  expect(linkToken('/confirm-email')).toBe('')
  forgetLinkToken('/invitation')
  expect(linkToken('/invitation')).toBe('')
})

it.each(['', 'short', `${TOKEN}x`, '<script>alert(1)</script>'])('takes %j for none', (given) => {
  keepLinkToken('/invitation', given)
  expect(linkToken('/invitation')).toBe('')
})
