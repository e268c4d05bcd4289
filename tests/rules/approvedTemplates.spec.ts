import { anApprovedTemplate } from '#tests/builders/anApprovedTemplate.ts'
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

accessTable('an approved template', {
  get: { attempt: getting('approvedTemplates'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('approvedTemplates'), lets: MEMBERS },
  list: { attempt: listing('approvedTemplates'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('approvedTemplates'), lets: NOBODY },
  create: { attempt: creating('approvedTemplates', anApprovedTemplate()), lets: NOBODY },
  approve: { attempt: updating('approvedTemplates', { state: 'approved' }), lets: NOBODY },
  'change the words': { attempt: updating('approvedTemplates', { body: 'Иначе' }), lets: NOBODY },
  delete: { attempt: deleting('approvedTemplates'), lets: NOBODY },
})
