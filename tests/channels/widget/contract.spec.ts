import { widget } from '#channels/widget/adapter.ts'
import { sign } from '#channels/widget/sign.ts'
import { channelContract, recordingsOf } from '#tests/contracts/channelContract.ts'

const SESSION_ID = '00000aab00000000000000000000000a'
const look = { title: '', greeting: '', colour: '' }

channelContract({
  adapter: widget,
  settings: { ...look, secret: 'the-secret-of-the-widget-on-teply-dom' },
  otherSettings: { ...look, secret: 'the-secret-of-another-company-s-widget' },
  sign: (rawBody, { secret }) => ({
    method: 'POST',
    headers: { 'x-widget-session': SESSION_ID, 'x-widget-token': sign(secret, 'session', SESSION_ID) },
    query: {},
    rawBody,
  }),
  recordings: recordingsOf('widget'),
})
