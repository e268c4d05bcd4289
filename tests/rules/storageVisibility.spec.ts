import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { doc, setDoc } from 'firebase/firestore'
import { getBytes, ref, uploadBytes } from 'firebase/storage'
import { beforeAll, describe, it } from 'vitest'
import { teamIdSchema } from '#shared/domain/ids.ts'
import type { Role, Visibility } from '#shared/domain/member.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { SIGNED_IN_AT, actors } from './actors.ts'
import { connectFirestore, connectStorage } from './connections.ts'
import { freshId } from './freshId.ts'
import { RULES_PROJECT } from './rulesProject.ts'
import { asDocument, newWorld } from './world.ts'

/** Storage rules look members up in the project the emulators were started for. */
const PROJECT = process.env['GCLOUD_PROJECT'] ?? RULES_PROJECT

/** The emulator's rules runtime may lose answers: no test waits for one longer. */
const LIMIT_MS = 20_000

const ME = actors.operator.sub
const TEAM = 'team-1'
const OTHER_TEAM = 'team-2'

/** Whom a conversation was given to. */
const cases = {
  mine: { assigneeId: ME, teamId: OTHER_TEAM },
  nobodys: { assigneeId: '', teamId: '' },
  'nobodys, of my team': { assigneeId: '', teamId: TEAM },
  'nobodys, of another team': { assigneeId: '', teamId: OTHER_TEAM },
  'a colleague’s': { assigneeId: actors.admin.sub, teamId: '' },
  'a colleague’s, of my team': { assigneeId: actors.admin.sub, teamId: TEAM },
  'a colleague’s, of another team': { assigneeId: actors.admin.sub, teamId: OTHER_TEAM },
} as const
type Case = keyof typeof cases
const EVERY = Object.keys(cases) as Case[]

interface Sighted {
  readonly role: Role
  readonly visibility: Visibility
  readonly sees: readonly Case[]
}

const members: Readonly<Record<string, Sighted>> = {
  'an operator who sees all': { role: 'operator', visibility: 'all', sees: EVERY },
  'an operator who sees his teams’': {
    role: 'operator',
    visibility: 'team',
    sees: ['mine', 'nobodys', 'nobodys, of my team', 'a colleague’s', 'a colleague’s, of my team'],
  },
  'an operator who sees his own': {
    role: 'operator',
    visibility: 'own',
    sees: ['mine', 'nobodys', 'nobodys, of my team', 'nobodys, of another team'],
  },
  'an admin, whatever stands of his sight': { role: 'admin', visibility: 'own', sees: EVERY },
}

const BYTES = new Uint8Array([1, 2, 3])
const PICTURE = { contentType: 'image/png' }
const owner = connectStorage('owner', PROJECT)
const firestore = connectFirestore('owner', PROJECT)
const me = connectStorage(actors.operator, PROJECT)

const folderOf = (companyId: string, name: Case, box: string) =>
  `companies/${companyId}/conversations/${String(EVERY.indexOf(name))}/${box}/${freshId()}`

describe.each(Object.entries(members))('files, to %s', { timeout: LIMIT_MS }, (_name, member) => {
  const { companyId, document } = newWorld()
  const incoming = new Map(EVERY.map((name) => [name, `${folderOf(companyId, name, 'incoming')}/photo.png`]))

  beforeAll(async () => {
    const { role, visibility } = member
    const limits = { role, visibility, teamIds: [teamIdSchema.parse(TEAM)] }
    const own = aMember({ ...limits, sessionsValidAfterAt: SIGNED_IN_AT })
    await setDoc(doc(firestore, document('members', ME)), asDocument(own))
    for (const [at, name] of EVERY.entries()) {
      const place = `companies/${companyId}/conversations/${String(at)}`
      await setDoc(doc(firestore, place), asDocument(aConversation(cases[name])))
      await uploadBytes(ref(owner, incoming.get(name)), BYTES, PICTURE)
    }
  })

  for (const name of EVERY) {
    const may = member.sees.includes(name)
    it(`of a conversation that is ${name} are ${may ? 'open' : 'closed'}`, async () => {
      await (may ? assertSucceeds : assertFails)(getBytes(ref(me, incoming.get(name))))
    })

    it(`may ${may ? '' : 'not '}be put into a conversation that is ${name}`, async () => {
      const path = `${folderOf(companyId, name, 'outgoing')}/photo.png`
      await (may ? assertSucceeds : assertFails)(uploadBytes(ref(me, path), BYTES, PICTURE))
    })
  }
})
