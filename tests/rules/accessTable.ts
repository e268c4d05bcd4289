import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import type { Firestore } from 'firebase/firestore'
import { describe, it } from 'vitest'
import { actors } from './actors.ts'
import type { Actor } from './actors.ts'
import { connectFirestore } from './connections.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

/** Something a client may try to do to the documents of a world. */
export type Attempt = (as: Firestore, world: World) => Promise<unknown>

export interface Operation {
  readonly attempt: Attempt
  /** Whoever is not named is stopped. */
  readonly lets: readonly Actor[]
}

const ACTORS = Object.keys(actors) as Actor[]

const connected = new Map<Actor, Firestore>()

export function firestoreOf(actor: Actor): Firestore {
  const firestore = connected.get(actor) ?? connectFirestore(actors[actor])
  connected.set(actor, firestore)
  return firestore
}

function cell(name: string, actor: Actor, { attempt, lets }: Operation): void {
  if (lets.includes(actor)) {
    it(`lets ${actor}: ${name}`, async () => {
      await assertSucceeds(attempt(firestoreOf(actor), await aWorld()))
    })
  } else {
    it(`stops ${actor}: ${name}`, async () => {
      await assertFails(attempt(firestoreOf(actor), await aWorld()))
    })
  }
}

/** Every operation by every actor: one test each, on documents of its own. */
export function accessTable(title: string, operations: Readonly<Record<string, Operation>>): void {
  describe(title, () => {
    for (const [name, operation] of Object.entries(operations)) {
      for (const actor of ACTORS) cell(name, actor, operation)
    }
  })
}
