import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { webhookSecret } from '#functions/channels/webhookSecret.ts'
import { channelIdSchema, companyIdSchema } from '#shared/domain/ids.ts'

const companyId = companyIdSchema.parse('company')
const channelId = channelIdSchema.parse('channel')
const secret = () => webhookSecret(companyId, channelId, '100001')
const newKey = () => (process.env['CREDENTIALS_KEY'] = randomBytes(32).toString('base64'))

beforeEach(newKey)

describe('a webhook’s secret', () => {
  it('has 256 bits and passes in addresses and headers', () => {
    expect(secret()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('is the same for the same channel and account, and another one for any other', () => {
    const others = [
      webhookSecret(companyIdSchema.parse('other'), channelId, '100001'),
      webhookSecret(companyId, channelIdSchema.parse('other'), '100001'),
      webhookSecret(companyId, channelId, '100002'),
    ]
    expect(secret()).toBe(secret())
    expect(new Set([secret(), ...others]).size).toBe(4)
  })

  it('is another one under another key: who knows the ids does not know it', () => {
    const before = secret()
    newKey()
    expect(secret()).not.toBe(before)
  })
})
