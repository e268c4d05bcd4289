import { telegram } from '#channels/telegram/adapter.ts'
import { channelContract, recordingsOf } from '#tests/contracts/channelContract.ts'

channelContract({
  adapter: telegram,
  settings: { token: '100001:token', secret: 'its-secret' },
  otherSettings: { token: '100002:token', secret: 'another-secret' },
  sign: (rawBody, { secret }) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    query: {},
    rawBody,
  }),
  recordings: recordingsOf('telegram'),
})
