import { afterEach, describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, ref, shallowRef } from 'vue'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import type { ThreadEntry } from '#web/features/inbox/threadDays.ts'
import { useThreadSlice } from '#web/features/inbox/useThreadSlice.ts'

const HEIGHT = 900
const ENTRY_PX = 50

function entry(at: number): ThreadEntry {
  const key = messageIdSchema.parse(`m${String(at)}`)
  return { key, at, message: { ...aMessage({ sentAt: 1000 + at }), id: key, isPending: false } }
}

const scope = effectScope()
afterEach(() => {
  document.body.innerHTML = ''
})

/** A thread of entries of one height; `stand` puts the reader so many of them below the first that is drawn. */
function aThread(count: number) {
  const entries = shallowRef(Array.from({ length: count }, (_, at) => entry(at)))
  const content = ref<HTMLElement | null>(document.body.appendChild(document.createElement('div')))
  const isPlaced = ref(false)
  const room = shallowRef({ above: Infinity, below: Infinity, height: HEIGHT })
  const asked = { older: 0, focusLost: 0 }
  let first = 0
  const keyAt = (px: number) => entries.value[Math.max(0, first + Math.floor(px / ENTRY_PX))]?.key ?? ''
  const scroll = {
    isAtEnd: ref(true),
    room,
    look: () => undefined,
    toEnd: () => undefined,
    leaveEnd: () => undefined,
    attach: () => undefined,
    keyAt,
    keyInSight: () => keyAt(0),
  }
  const drawn = scope.run(() =>
    useThreadSlice({
      entries: computed(() => entries.value),
      scroll,
      content,
      isPlaced,
      isBusy: () => false,
      onTop: () => asked.older++,
      onFocusLost() {
        asked.focusLost++
        content.value?.querySelector('article')?.blur()
      },
    }),
  )
  if (!drawn) throw new Error('the scope is over')
  const ends = () => [drawn.range.value.from, drawn.range.value.to]

  /** Looks again until nothing more is drawn or let go of. */
  async function stand(at: number) {
    first = at
    isPlaced.value = true
    for (let turn = 0; turn < 50; turn++) {
      const { from, to } = drawn?.range.value ?? { from: 0, to: 0 }
      const below = (to - first) * ENTRY_PX - HEIGHT
      room.value = {
        above: Math.max(0, (first - from) * ENTRY_PX),
        below: Math.max(0, below),
        height: HEIGHT,
      }
      await nextTick()
    }
  }

  return { entries, content, drawn, asked, ends, stand }
}

describe('what is drawn of a thread', () => {
  it('begins with its end, however long it is', () => {
    expect(aThread(20_000).ends()).toEqual([19_960, 20_000])
    expect(aThread(3).ends()).toEqual([0, 3])
  })

  it('goes along with a reader, up and down, and never grows', async () => {
    const { stand, ends } = aThread(2000)
    for (const at of [1960, 1900, 1500, 700, 1200, 1400]) {
      for (let place = at + 40; place >= at; place -= 10) await stand(place)
      const [from = 0, to = 0] = ends()
      expect(from).toBeLessThanOrEqual(at - 16)
      expect(to).toBeGreaterThanOrEqual(at + 34)
      expect(to - from).toBeLessThan(100)
    }
  })

  it('asks for older pages once its top is the thread’s', async () => {
    const { stand, asked, ends } = aThread(200)
    await stand(100)
    expect(asked.older).toBe(0)
    await stand(5)
    expect(ends()[0]).toBe(0)
    expect(asked.older).toBeGreaterThan(0)
  })

  it('draws what an older page brings at once, for one who waits for it at the top', async () => {
    const { stand, entries, ends } = aThread(60)
    await stand(2)
    entries.value = [...Array.from({ length: 40 }, (_, at) => entry(at - 40)), ...entries.value]
    await nextTick()
    expect(ends()[0]).toBeLessThan(40)
  })

  it('is what stands around an entry one goes to, and the end again', async () => {
    const { drawn, ends } = aThread(1000)
    await drawn.show('m500', () => undefined)
    expect([ends(), drawn.isNewestDrawn()]).toEqual([[480, 520], false])
    await drawn.show('m510', () => undefined)
    expect(ends()).toEqual([480, 520])
    drawn.showEnd()
    expect([ends(), drawn.isNewestDrawn()]).toEqual([[960, 1000], true])
    await drawn.showTop()
    expect(ends()).toEqual([0, 40])
  })

  it('keeps what somebody is at, far away as it may be', async () => {
    const { stand, content, ends } = aThread(400)
    if (content.value) content.value.innerHTML = '<article data-key="m390"><p data-keep></p></article>'
    for (let place = 380; place >= 200; place -= 10) await stand(place)
    expect(ends()[1]).toBe(391)
    content.value?.replaceChildren()
    await stand(199)
    expect(ends()[1]).toBeLessThan(260)
  })

  it('tells before the focused entry goes', async () => {
    const { stand, content, asked } = aThread(400)
    if (content.value) content.value.innerHTML = '<article data-key="m390" tabindex="0"></article>'
    content.value?.querySelector('article')?.focus()
    await stand(380)
    expect(asked.focusLost).toBe(0)
    for (let place = 380; place >= 200; place -= 10) await stand(place)
    expect(asked.focusLost).toBe(1)
  })
})
