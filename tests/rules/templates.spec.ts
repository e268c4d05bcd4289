import { Timestamp, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore'
import {
  TEMPLATE_FILE_MAX_SIZE,
  TEMPLATE_NAME_MAX_LENGTH,
  TEMPLATE_TEXT_MAX_LENGTH,
} from '#shared/domain/template.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { AN_HOUR_AGO } from '#tests/builders/moments.ts'
import { accessTable } from './accessTable.ts'
import type { Attempt } from './accessTable.ts'
import { MEMBERS, NOBODY, actors } from './actors.ts'
import { deleting, getting, gettingAbsent, listing, listingEverywhere, updating } from './attempts.ts'
import { freshId } from './freshId.ts'
import { overlay } from './overlay.ts'
import type { Fields } from './overlay.ts'
import { refusals } from './refusals.ts'
import { asDocument, place } from './world.ts'
import type { World } from './world.ts'

const past = Timestamp.fromMillis(AN_HOUR_AGO)

/** `moved`: to another path than the one its id and template give it. */
type FileChange = Fields & { readonly moved?: (path: string) => string }

/** A file of a template, with something about it changed. */
function fileOf(world: World, templateId: string, { moved = (path) => path, ...change }: FileChange): Fields {
  const id = typeof change['id'] === 'string' ? change['id'] : 'file-1'
  const path = moved(`companies/${world.companyId}/templates/${templateId}/${id}/price.pdf`)
  return overlay({ id, name: 'Цены.pdf', contentType: 'application/pdf', size: 4096, path }, change)
}

function newTemplate(change: Fields = {}): Record<string, unknown> {
  const now = serverTimestamp()
  return overlay({ ...aTemplate(), createdAt: now, updatedAt: now }, change)
}

const adding =
  (change: Fields = {}): Attempt =>
  (as, world) =>
    setDoc(doc(as, world.document('templates', freshId())), newTemplate(change))

const ofAdmin = { createdBy: actors.admin.sub, createdByName: 'Анна Админ' }
const edit = () => ({ name: 'Доставка', text: 'Привезём завтра', updatedAt: serverTimestamp() })

const takingBack: Attempt = async (as, world) => {
  await place(world.document('templates'), aTemplate({ deletedAt: AN_HOUR_AGO }))
  return updateDoc(doc(as, world.document('templates')), { deletedAt: null })
}

accessTable('a template', {
  get: { attempt: getting('templates'), lets: MEMBERS },
  'get one that is not there': { attempt: gettingAbsent('templates'), lets: MEMBERS },
  list: { attempt: listing('templates'), lets: MEMBERS },
  'list everywhere': { attempt: listingEverywhere('templates'), lets: NOBODY },
  'add as the operator': { attempt: adding(), lets: ['operator'] },
  'add as the admin': { attempt: adding(ofAdmin), lets: ['admin'] },
  edit: { attempt: updating('templates', edit()), lets: MEMBERS },
  'note that it was used': {
    attempt: updating('templates', { lastUsedAt: serverTimestamp() }),
    lets: MEMBERS,
  },
  'mark it deleted': { attempt: updating('templates', { deletedAt: serverTimestamp() }), lets: MEMBERS },
  'take the deletion back': { attempt: takingBack, lets: MEMBERS },
  'delete it for good': { attempt: deleting('templates'), lets: NOBODY },
})

const content: Readonly<Record<string, Fields>> = {
  'no name': { name: '' },
  'too long a name': { name: 'я'.repeat(TEMPLATE_NAME_MAX_LENGTH + 1) },
  'a name that is no text': { name: 1 },
  'neither text nor file': { text: '' },
  'too long a text': { text: 'я'.repeat(TEMPLATE_TEXT_MAX_LENGTH + 1) },
  'a text that is no text': { text: ['Да'] },
  'a file that is none': { file: 'price.pdf' },
  'an earlier time of change': { updatedAt: past },
  'a field nobody knows': { isShared: true },
}

const sound: Readonly<Record<string, Fields>> = {
  'the longest name': { name: 'я'.repeat(TEMPLATE_NAME_MAX_LENGTH) },
  'the longest text': { text: 'я'.repeat(TEMPLATE_TEXT_MAX_LENGTH) },
}

refusals<Fields>('a new template', {
  attempt: (as, world, change) => adding(change)(as, world),
  sound,
  broken: {
    ...content,
    'no file field': { file: undefined },
    'another author': { createdBy: actors.admin.sub },
    'another’s name': { createdByName: 'Анна Админ' },
    'an earlier time of creation': { createdAt: past },
    'a time of use': { lastUsedAt: serverTimestamp() },
    'a time of deletion': { deletedAt: serverTimestamp() },
  },
})

refusals<{ readonly templateId: string }>('a new template’s id', {
  attempt: (as, world, { templateId = freshId() }: { templateId?: string }) =>
    setDoc(doc(as, world.document('templates', templateId)), newTemplate()),
  sound: { 'of the longest kind': { templateId: 't'.repeat(64) } },
  broken: {
    'that is too long': { templateId: 't'.repeat(65) },
    'with a space': { templateId: 'a template' },
  },
})

refusals<Fields>('an edited template', {
  attempt: (as, world, change) => updateDoc(doc(as, world.document('templates')), { ...edit(), ...change }),
  sound,
  broken: {
    ...content,
    'another author': { createdBy: actors.admin.sub },
    'another’s name': { createdByName: 'Анна Админ' },
    'a time of creation': { createdAt: serverTimestamp() },
    'a time of use': { lastUsedAt: serverTimestamp() },
    'a time of deletion': { deletedAt: serverTimestamp() },
  },
})

refusals<FileChange>('a file of a template', {
  attempt(as, world, change) {
    const templateId = freshId()
    const file = fileOf(world, templateId, change)
    return setDoc(doc(as, world.document('templates', templateId)), newTemplate({ text: '', file }))
  },
  sound: { 'of the largest size': { size: TEMPLATE_FILE_MAX_SIZE } },
  broken: {
    'an id with a slash': { id: 'a/b' },
    'another file’s path': { moved: (path) => path.replace('file-1', 'file-2') },
    'no name': { name: '' },
    'too long a name': { name: 'я'.repeat(256) },
    'no content type': { contentType: '' },
    'too long a content type': { contentType: 'a'.repeat(256) },
    'no size': { size: undefined },
    'a size that is no whole number': { size: 1.5 },
    'nothing in it': { size: 0 },
    'a size no file may have': { size: TEMPLATE_FILE_MAX_SIZE + 1 },
    'another company’s path': {
      moved: (path) => path.replace(/^companies\/[^/]+/, 'companies/outsiders'),
    },
    'another template’s path': { moved: (path) => path.replace(/templates\/[^/]+/, 'templates/template-2') },
    'a path a folder deeper': { moved: (path) => path.replace('price.pdf', 'deep/price.pdf') },
    'a field nobody knows': { url: 'https://example.ru/price.pdf' },
  },
})

refusals<Fields>('a use of a template', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('templates')), { lastUsedAt: serverTimestamp(), ...change }),
  broken: { 'at another time': { lastUsedAt: past }, 'with another text': { text: 'Другое' } },
})

refusals<Fields>('a deletion of a template', {
  attempt: (as, world, change) =>
    updateDoc(doc(as, world.document('templates')), { deletedAt: serverTimestamp(), ...change }),
  broken: { 'at another time': { deletedAt: past }, 'with another text': { text: 'Другое' } },
})

refusals<Fields>('what becomes of a deleted template', {
  attempt: async (as, world, change) => {
    await place(world.document('templates'), aTemplate({ deletedAt: AN_HOUR_AGO }))
    return updateDoc(doc(as, world.document('templates')), { deletedAt: null, ...asDocument(change) })
  },
  broken: {
    'an edit': { ...edit(), deletedAt: past },
    'another deletion': { deletedAt: serverTimestamp() },
    'taken back with another text': { text: 'Другое' },
  },
})
