import { aChannel } from '#tests/builders/aChannel.ts'
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

accessTable('a channel', {
  get: { attempt: getting('channels'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('channels'), lets: MEMBERS },
  list: { attempt: listing('channels'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('channels'), lets: NOBODY },
  create: { attempt: creating('channels', aChannel()), lets: NOBODY },
  rename: { attempt: updating('channels', { name: 'Другой бот' }), lets: NOBODY },
  'have answers signed': { attempt: updating('channels', { signsReplies: true }), lets: NOBODY },
  delete: { attempt: deleting('channels'), lets: NOBODY },
})
