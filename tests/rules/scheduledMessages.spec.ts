import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { accessTable } from './accessTable.ts'
import { MEMBERS, NOBODY } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'

accessTable('a reply that waits for its time', {
  get: { attempt: getting('scheduledMessages'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('scheduledMessages'), lets: MEMBERS },
  list: { attempt: listing('scheduledMessages'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('scheduledMessages'), lets: NOBODY },
  create: { attempt: creating('scheduledMessages', aScheduledMessage()), lets: NOBODY },
  update: { attempt: updating('scheduledMessages', { text: 'Другое' }), lets: NOBODY },
  delete: { attempt: deleting('scheduledMessages'), lets: NOBODY },
})
