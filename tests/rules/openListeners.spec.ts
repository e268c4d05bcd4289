import { collection, deleteDoc, doc, limit, onSnapshot, query } from 'firebase/firestore'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CollectionName } from '#shared/firestore/collections.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { firestoreOf } from './accessTable.ts'
import { SIGNED_IN_AT, actors } from './actors.ts'
import { aWorld, owner, place } from './world.ts'
import type { World } from './world.ts'

interface Heard {
  /** How many documents each snapshot had. */
  readonly sizes: number[]
  /** Why the server ended it. */
  readonly ends: string[]
}

/** What a program with the operator's token hears that asks no page what to show; opened by now. */
async function listenTo(world: World, name: CollectionName): Promise<Heard> {
  const heard: Heard = { sizes: [], ends: [] }
  const all = query(collection(firestoreOf('operator'), world.collection(name)), limit(10))
  const stop = onSnapshot(
    all,
    ({ size }) => heard.sizes.push(size),
    ({ code }) => heard.ends.push(code),
  )
  onTestFinished(stop)
  await expect.poll(() => heard.sizes).toEqual([1])
  return heard
}

const memberPlace = (world: World) => world.document('members', actors.operator.sub)

const losses: Record<string, (world: World) => Promise<void>> = {
  'is removed': (world) => deleteDoc(doc(owner, memberPlace(world))),
  'is signed out everywhere': (world) =>
    place(memberPlace(world), aMember({ sessionsValidAfterAt: SIGNED_IN_AT + 1 })),
}

const news = [
  ['conversations', aConversation()],
  ['messages', aMessage()],
  ['notes', aNote()],
  ['templates', aTemplate()],
] as const

describe.each(Object.entries(losses))('the open listener of a member who %s', (_loss, lose) => {
  it.each(news)('to %s ends before it tells any news', async (name, document) => {
    const world = await aWorld()
    const heard = await listenTo(world, name)
    await lose(world)
    await place(world.document(name, 'news'), document)
    await expect.poll(() => heard.ends).toEqual(['permission-denied'])
    expect(heard.sizes).toEqual([1])
  })
})

describe('the open listener of a member who stays', () => {
  it.each(news)('to %s tells what is new', async (name, document) => {
    const world = await aWorld()
    const heard = await listenTo(world, name)
    await place(world.document(name, 'news'), document)
    await expect.poll(() => heard.sizes).toEqual([1, 2])
  })
})
