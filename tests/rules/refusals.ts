import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing'
import type { Firestore } from 'firebase/firestore'
import { describe, it } from 'vitest'
import type { Actor } from './actors.ts'
import { firestoreOf } from './accessTable.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

interface Write<Change> {
  /** Makes the write, valid but for the change. */
  readonly attempt: (as: Firestore, world: World, change: Change) => Promise<unknown>
  readonly by?: Actor
  /** Broken in exactly one way each. */
  readonly broken: Readonly<Record<string, Change | ((world: World) => Change)>>
  /** Changed, but still as it may be. */
  readonly sound?: Readonly<Record<string, Change | ((world: World) => Change)>>
}

type Expectation = (write: Promise<unknown>) => Promise<unknown>

/** A write that is accepted, and refused as soon as one thing about it is wrong. */
export function refusals<Change extends object>(
  title: string,
  { attempt, by, broken, sound }: Write<Change>,
): void {
  const variants = (verb: string, expectation: Expectation, changes: Write<Change>['broken']): void => {
    for (const [what, change] of Object.entries(changes)) {
      it(`${verb} ${what}`, async () => {
        const world = await aWorld()
        const given = typeof change === 'function' ? change(world) : change
        await expectation(attempt(firestoreOf(by ?? 'operator'), world, given))
      })
    }
  }
  describe(title, () => {
    variants('accepts', assertSucceeds, { 'it as it should be': {} as Change, ...sound })
    variants('refuses', assertFails, broken)
  })
}
