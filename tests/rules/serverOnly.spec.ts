import { doc, getDoc, setDoc } from 'firebase/firestore'
import { accessTable } from './accessTable.ts'
import { NOBODY } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import { SERVER_ONLY, place } from './world.ts'

for (const name of SERVER_ONLY) {
  accessTable(`${name}, for functions only`, {
    get: { attempt: getting(name), lets: NOBODY },
    'get one that is not there': { attempt: gettingAbsent(name), lets: NOBODY },
    list: { attempt: listing(name), lets: NOBODY },
    'list everywhere': { attempt: listingEverywhere(name), lets: NOBODY },
    create: { attempt: creating(name, { anything: 1 }), lets: NOBODY },
    update: { attempt: updating(name, { anything: 2 }), lets: NOBODY },
    delete: { attempt: deleting(name), lets: NOBODY },
  })
}

accessTable('a collection nobody has listed', {
  get: {
    attempt: async (as, world) => {
      await place(`companies/${world.companyId}/secrets/one`, { anything: 1 })
      return getDoc(doc(as, `companies/${world.companyId}/secrets/one`))
    },
    lets: NOBODY,
  },
  create: {
    attempt: (as, world) => setDoc(doc(as, `companies/${world.companyId}/secrets/two`), { anything: 1 }),
    lets: NOBODY,
  },
})
