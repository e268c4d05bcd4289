import { describe, expect, it } from 'vitest'
import { composeMessages } from '#web/features/inbox/composeMessages.ts'
import type { Written } from '#web/features/inbox/composeMessages.ts'
import { withFormerIds } from '#web/features/inbox/later/withFormerIds.ts'
import { writtenOf } from '#web/features/inbox/writtenOf.ts'
import { aPhoto, aSender } from '#tests/builders/aSender.ts'

const voice = {
  blob: new Blob(['y'], { type: 'audio/ogg' }),
  name: 'b.ogg',
  kind: 'voice',
  duration: 7,
} as const

const compose = (written: Written) => composeMessages(written, aSender)
const both: Written = { text: 'Вот', files: [aPhoto, voice] }

describe('a reply that goes back into the box', () => {
  it('is what it was composed of, voices with their length', () => {
    const messages = compose({ ...both, replyTo: { messageId: '', author: 'Пётр', text: 'Где?' } })
    expect(writtenOf(messages)).toEqual({ ...both, replyTo: { messageId: '', author: 'Пётр', text: 'Где?' } })
    expect(writtenOf(messages.slice(1))).toEqual({ text: '', files: [voice] })
  })

  it('bears its former ids when it is tried again as it was, in what is left of it', () => {
    const former = compose(both)
    const again = withFormerIds(compose(writtenOf(former.slice(1))), former.slice(1))
    expect(again.map(({ id }) => id)).toEqual([former[1]?.id])
    expect(again[0]?.files.map(({ id }) => id)).toEqual(former[1]?.files.map(({ id }) => id))
  })

  it('is another one with other words, or another file', () => {
    const former = compose(both)
    const otherWords = withFormerIds(compose({ ...both, text: 'Вот они' }), former)
    expect(otherWords[0]?.id).not.toBe(former[0]?.id)
    const otherFile = { ...aPhoto, blob: new Blob(['x'], { type: 'image/png' }) }
    const [first] = withFormerIds(compose({ text: 'Вот', files: [otherFile] }), former)
    expect(first?.id).not.toBe(former[0]?.id)
  })
})
