import { createHmac } from 'node:crypto'
import { describe } from 'vitest'
import { sandbox } from '#channels/sandbox/adapter.ts'
import { openLine } from '#channels/sandbox/openLineAdapter.ts'
import { channelContract, recordingsOf } from '#tests/contracts/channelContract.ts'

describe.each([sandbox, openLine])('$manifest.kind', (adapter) => {
  channelContract({
    adapter,
    settings: { key: 'sandbox-key-0001', secret: 'its-secret' },
    otherSettings: { key: 'sandbox-key-0002', secret: 'another-secret' },
    sign: (rawBody, { secret }) => ({
      method: 'POST',
      headers: { 'x-sandbox-signature': createHmac('sha256', secret).update(rawBody).digest('hex') },
      query: {},
      rawBody,
    }),
    recordings: recordingsOf('sandbox'),
  })
})
