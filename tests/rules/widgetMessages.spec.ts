import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { collection, getCountFromServer, getDoc, doc, getDocs, limit, query } from 'firebase/firestore'
import { describe, it } from 'vitest'
import { aWidgetMessage } from '#tests/builders/aWidgetMessage.ts'
import { accessTable, firestoreOf } from './accessTable.ts'
import { NOBODY, actors } from './actors.ts'
import {
  creating,
  deleting,
  getting,
  gettingAbsent,
  listing,
  listingEverywhere,
  updating,
} from './attempts.ts'
import { connectFirestore } from './connections.ts'
import { aWorld } from './world.ts'

accessTable('a visitor’s view of his conversation', {
  get: { attempt: getting('widgetMessages'), lets: ['visitor'] },
  'get one that is not there': { attempt: gettingAbsent('widgetMessages'), lets: ['visitor'] },
  list: { attempt: listing('widgetMessages'), lets: ['visitor'] },
  'list everywhere': { attempt: listingEverywhere('widgetMessages'), lets: NOBODY },
  create: { attempt: creating('widgetMessages', aWidgetMessage()), lets: NOBODY },
  update: { attempt: updating('widgetMessages', { text: 'Другое' }), lets: NOBODY },
  delete: { attempt: deleting('widgetMessages'), lets: NOBODY },
})

accessTable('what the company does while a visitor waits', {
  get: { attempt: getting('widgetSignals'), lets: ['visitor'] },
  'get one that is not there': { attempt: gettingAbsent('widgetSignals'), lets: ['visitor'] },
  list: { attempt: listing('widgetSignals'), lets: NOBODY },
  create: { attempt: creating('widgetSignals', { at: 0 }), lets: NOBODY },
  update: { attempt: updating('widgetSignals', { at: 0 }), lets: NOBODY },
  delete: { attempt: deleting('widgetSignals'), lets: NOBODY },
})

describe('a visitor', () => {
  it('reads a page of a hundred lines, no more', async () => {
    const world = await aWorld()
    const lines = collection(firestoreOf('visitor'), world.collection('widgetMessages'))
    await assertSucceeds(getDocs(query(lines, limit(100))))
    await assertFails(getDocs(query(lines, limit(101))))
    await assertFails(getDocs(lines))
    await assertFails(getCountFromServer(lines))
  })

  it('reads nothing with the same uid from a provider we do not use', async () => {
    const world = await aWorld()
    const impostor = connectFirestore({
      ...actors.visitor,
      firebase: { sign_in_provider: 'password' },
    })
    await assertFails(getDoc(doc(impostor, world.document('widgetMessages'))))
    await assertFails(getDocs(query(collection(impostor, world.collection('widgetMessages')), limit(10))))
  })
})
