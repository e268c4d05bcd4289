import { describe, expect, it } from 'vitest'
import { createHearing } from '#web/firebase/createHearing.ts'
import type { HeardSnapshot } from '#web/firebase/createHearing.ts'

type Change = ReturnType<HeardSnapshot['docChanges']>[number]

const ofServer: Change = { type: 'modified', doc: { metadata: { hasPendingWrites: false } } }
const ours: Change = { type: 'modified', doc: { metadata: { hasPendingWrites: true } } }
const oursTakenAway: Change = { type: 'removed', doc: { metadata: { hasPendingWrites: false } } }

const snapshot = (fromCache: boolean, ...changes: readonly Change[]): HeardSnapshot => ({
  metadata: { fromCache },
  docChanges: () => changes,
})

describe('a listener has heard the server', () => {
  it('when it vouches for what is there, at first and after every break, and not while it goes on', () => {
    const isWord = createHearing()
    const told = [snapshot(true), snapshot(false), snapshot(false), snapshot(true), snapshot(false)]
    expect(told.map(isWord)).toEqual([false, true, false, false, true])
  })

  it('when it brings a change that was not made here', () => {
    const isWord = createHearing()
    isWord(snapshot(false))
    expect(isWord(snapshot(false, ours, ofServer))).toBe(true)
  })

  it('not when something is written or taken away here, however often', () => {
    const isWord = createHearing()
    isWord(snapshot(false, ofServer))
    const typed = [snapshot(false, ours), snapshot(false, ours), snapshot(false, oursTakenAway)]
    expect(typed.map(isWord)).toEqual([false, false, false])
  })

  it('not from memory', () => {
    expect(createHearing()(snapshot(true, ofServer))).toBe(false)
  })
})
