import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import { doc, setDoc } from 'firebase/firestore'
import { deleteObject, getBytes, listAll, ref, updateMetadata, uploadBytes } from 'firebase/storage'
import type { FirebaseStorage, UploadMetadata } from 'firebase/storage'
import { beforeAll, describe, it } from 'vitest'
import { TEMPLATE_FILE_MAX_SIZE } from '#shared/domain/template.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import type { Actor } from './actors.ts'
import { connectFirestore, connectStorage } from './connections.ts'
import { freshId } from './freshId.ts'
import { RULES_PROJECT } from './rulesProject.ts'
import { asDocument, membersOf, newWorld } from './world.ts'

/** Storage rules look members up in the project the emulators were started for. */
const PROJECT = process.env['GCLOUD_PROJECT'] ?? RULES_PROJECT

/** The emulator's rules runtime may lose answers: no test waits for one longer. */
const LIMIT_MS = 20_000

const world = newWorld()
const owner = connectStorage('owner', PROJECT)
const connected = new Map<Actor, FirebaseStorage>()

function storageOf(actor: Actor): FirebaseStorage {
  const storage = connected.get(actor) ?? connectStorage(actors[actor], PROJECT)
  connected.set(actor, storage)
  return storage
}

const BYTES = new Uint8Array([1, 2, 3])
const PICTURE = { contentType: 'image/png' }

interface Place {
  readonly companyId?: string
  readonly box?: string
  readonly rest?: string
}

function pathOf({
  companyId = world.companyId,
  box = 'outgoing',
  rest = `${freshId()}/picture.png`,
}: Place = {}): string {
  return `companies/${companyId}/conversations/${world.conversationId}/${box}/${rest}`
}

function templateFile(rest = `${freshId()}/price.pdf`, companyId = world.companyId): string {
  return `companies/${companyId}/templates/template-1/${rest}`
}

const ofTemplate = templateFile()
const newAvatar = () => `avatars/${actors.operator.sub}/${freshId()}.webp`
const avatar = newAvatar()
const deeperFile = `avatars/${actors.operator.sub}/deep/picture.png`
/** Whoever has signed in by phone, whatever his companies say of him. */
const PEOPLE = [
  'outsider',
  'removed member',
  'signed-out member',
  ...MEMBERS,
] as const satisfies readonly Actor[]

const incoming = pathOf({ box: 'incoming' })
const outgoing = pathOf()

beforeAll(async () => {
  const firestore = connectFirestore('owner', PROJECT)
  for (const [path, data] of membersOf(world)) await setDoc(doc(firestore, path), asDocument(data))
  for (const path of [incoming, outgoing, ofTemplate, avatar, deeperFile, 'elsewhere/picture.png'])
    await uploadBytes(ref(owner, path), BYTES, PICTURE)
})

interface Operation {
  readonly attempt: (as: FirebaseStorage) => Promise<unknown>
  readonly lets: readonly Actor[]
}

const operations: Readonly<Record<string, Operation>> = {
  'get a file that came in': { attempt: (as) => getBytes(ref(as, incoming)), lets: MEMBERS },
  'get a file that went out': { attempt: (as) => getBytes(ref(as, outgoing)), lets: MEMBERS },
  'get a file that lies elsewhere': {
    attempt: (as) => getBytes(ref(as, 'elsewhere/picture.png')),
    lets: NOBODY,
  },
  'list the files of a conversation': {
    attempt: (as) => listAll(ref(as, pathOf({ rest: '' }))),
    lets: NOBODY,
  },
  'list everything': { attempt: (as) => listAll(ref(as)), lets: NOBODY },
  'put a file to send': { attempt: (as) => uploadBytes(ref(as, pathOf()), BYTES, PICTURE), lets: MEMBERS },
  'put a file as if it had come in': {
    attempt: (as) => uploadBytes(ref(as, pathOf({ box: 'incoming' })), BYTES, PICTURE),
    lets: NOBODY,
  },
  'put a file elsewhere': {
    attempt: (as) => uploadBytes(ref(as, `elsewhere/${freshId()}`), BYTES, PICTURE),
    lets: NOBODY,
  },
  'put a file over another': {
    attempt: (as) => uploadBytes(ref(as, outgoing), BYTES, PICTURE),
    lets: NOBODY,
  },
  'change what is known of a file': {
    attempt: (as) => updateMetadata(ref(as, outgoing), { contentType: 'text/html' }),
    lets: NOBODY,
  },
  'delete a file': { attempt: (as) => deleteObject(ref(as, outgoing)), lets: NOBODY },
}

const avatarOperations: Readonly<Record<string, Operation>> = {
  'get a picture of a person': { attempt: (as) => getBytes(ref(as, avatar)), lets: PEOPLE },
  'list the pictures of a person': {
    attempt: (as) => listAll(ref(as, `avatars/${actors.operator.sub}`)),
    lets: NOBODY,
  },
  'list the people with pictures': { attempt: (as) => listAll(ref(as, 'avatars')), lets: NOBODY },
  'put a picture of a person': {
    attempt: (as) => uploadBytes(ref(as, newAvatar()), BYTES, PICTURE),
    lets: NOBODY,
  },
  'put a picture over another': {
    attempt: (as) => uploadBytes(ref(as, avatar), BYTES, PICTURE),
    lets: NOBODY,
  },
  'change what is known of a picture': {
    attempt: (as) => updateMetadata(ref(as, avatar), { contentType: 'text/html' }),
    lets: NOBODY,
  },
  'delete a picture': { attempt: (as) => deleteObject(ref(as, avatar)), lets: NOBODY },
  'get what lies beside the pictures': {
    attempt: (as) => getBytes(ref(as, deeperFile)),
    lets: NOBODY,
  },
}

const templateOperations: Readonly<Record<string, Operation>> = {
  'get a file of a template': { attempt: (as) => getBytes(ref(as, ofTemplate)), lets: MEMBERS },
  'list the files of a template': {
    attempt: (as) => listAll(ref(as, `companies/${world.companyId}/templates/template-1`)),
    lets: NOBODY,
  },
  'put a file of a template': {
    attempt: (as) => uploadBytes(ref(as, templateFile()), BYTES, PICTURE),
    lets: MEMBERS,
  },
  'put a file of a template over another': {
    attempt: (as) => uploadBytes(ref(as, ofTemplate), BYTES, PICTURE),
    lets: NOBODY,
  },
  'put a file of a template a folder deeper': {
    attempt: (as) => uploadBytes(ref(as, templateFile(`${freshId()}/deep/price.pdf`)), BYTES, PICTURE),
    lets: NOBODY,
  },
  'put a file of another company’s template': {
    attempt: (as) => uploadBytes(ref(as, templateFile(undefined, 'strangers')), BYTES, PICTURE),
    lets: NOBODY,
  },
  'change what is known of a template’s file': {
    attempt: (as) => updateMetadata(ref(as, ofTemplate), { contentType: 'text/html' }),
    lets: NOBODY,
  },
  'delete a file of a template': { attempt: (as) => deleteObject(ref(as, ofTemplate)), lets: NOBODY },
}

const files = {
  'files of conversations': operations,
  'files of templates': templateOperations,
  'pictures of people': avatarOperations,
}

describe.each(Object.entries(files))('%s', { timeout: LIMIT_MS }, (_name, attempts) => {
  for (const [name, { attempt, lets }] of Object.entries(attempts)) {
    for (const actor of Object.keys(actors) as Actor[]) {
      const may = lets.includes(actor)
      it(`${may ? 'lets' : 'stops'} ${actor}: ${name}`, async () => {
        await (may ? assertSucceeds : assertFails)(attempt(storageOf(actor)))
      })
    }
  }
})

const LARGEST = 50 * 1024 * 1024

describe('an upload', { timeout: LIMIT_MS }, () => {
  const uploading = (place: Place, bytes: Uint8Array, metadata: UploadMetadata) =>
    uploadBytes(ref(storageOf('operator'), pathOf(place)), bytes, metadata)

  it('is accepted as it should be', async () => {
    await assertSucceeds(uploading({}, BYTES, PICTURE))
  })

  it('is accepted at the largest size', async () => {
    await assertSucceeds(uploading({}, new Uint8Array(LARGEST), PICTURE))
  })

  it('is refused above the largest size', async () => {
    await assertFails(uploading({}, new Uint8Array(LARGEST + 1), PICTURE))
  })

  it('is refused without content', async () => {
    await assertFails(uploading({}, new Uint8Array(0), PICTURE))
  })

  it('is refused with a content type that is none', async () => {
    await assertFails(uploading({}, BYTES, { contentType: 'picture' }))
  })

  it('is refused to another company', async () => {
    await assertFails(uploading({ companyId: 'outsiders' }, BYTES, PICTURE))
  })

  it('is refused to a path with one segment more', async () => {
    await assertFails(uploading({ rest: `${freshId()}/deep/picture.png` }, BYTES, PICTURE))
  })
})

describe('an upload for a template', { timeout: LIMIT_MS }, () => {
  const uploading = (bytes: Uint8Array, metadata: UploadMetadata) =>
    uploadBytes(ref(storageOf('operator'), templateFile()), bytes, metadata)

  it('is accepted at the largest size', async () => {
    await assertSucceeds(uploading(new Uint8Array(TEMPLATE_FILE_MAX_SIZE), PICTURE))
  })

  it('is refused above the largest size', async () => {
    await assertFails(uploading(new Uint8Array(TEMPLATE_FILE_MAX_SIZE + 1), PICTURE))
  })

  it('is refused without content', async () => {
    await assertFails(uploading(new Uint8Array(0), PICTURE))
  })

  it('is refused with a content type that is none', async () => {
    await assertFails(uploading(BYTES, { contentType: 'picture' }))
  })
})
