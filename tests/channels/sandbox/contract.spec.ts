import { createHmac } from 'node:crypto'
import { sandbox } from '#channels/sandbox/adapter.ts'
import { channelContract, recordingsOf } from '#tests/contracts/channelContract.ts'

channelContract({
  adapter: sandbox,
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
