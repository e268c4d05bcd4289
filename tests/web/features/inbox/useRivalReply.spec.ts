import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick, reactive, ref } from 'vue'
import type { Rivals } from '#web/features/inbox/useRivalReply.ts'
import { useRivalReply } from '#web/features/inbox/useRivalReply.ts'

interface Now {
  typing: string
  lastReply: Rivals['lastReply']
}

const OLD = { id: 'old', name: 'Ирина' }
const NEW = { id: 'new', name: 'Ирина' }

let text = ref('')
let rivals: Now = reactive({ typing: '', lastReply: OLD })

beforeEach(() => {
  text = ref('')
  rivals = reactive({ typing: '', lastReply: OLD })
})

const begin = () => useRivalReply(text, () => rivals)

async function write(words: string) {
  text.value = words
  await nextTick()
}

async function reply(lastReply: Rivals['lastReply']) {
  rivals.lastReply = lastReply
  await nextTick()
}

describe('who writes an answer', () => {
  it('is told that somebody else types one', async () => {
    const { warning } = begin()
    rivals.typing = 'Ирина'
    expect(warning.value).toBeNull()
    await write('Да')
    expect(warning.value).toEqual({ kind: 'typing', name: 'Ирина' })
  })

  it('is told of an answer that came meanwhile, and held back once', async () => {
    const { warning, holdsBack } = begin()
    await write('Да')
    await reply(NEW)
    expect(warning.value?.kind).toBe('replied')
    expect(holdsBack()).toBe(true)
    expect(warning.value?.kind).toBe('held')
    expect(holdsBack()).toBe(false)
  })

  it('is held back again by the next answer', async () => {
    const { holdsBack } = begin()
    await write('Да')
    await reply(NEW)
    holdsBack()
    await reply({ id: 'newer', name: 'Пётр' })
    expect(holdsBack()).toBe(true)
  })

  it('is not told of what was there before', async () => {
    const { warning, holdsBack } = begin()
    await write('Да')
    expect(warning.value).toBeNull()
    expect(holdsBack()).toBe(false)
  })

  it('begins anew with an empty box', async () => {
    const { holdsBack } = begin()
    await write('Да')
    await reply(NEW)
    await write('')
    await write('Ещё')
    expect(holdsBack()).toBe(false)
  })

  it('who finds a draft is not told of what the thread then loads', async () => {
    text.value = 'Черновик'
    rivals.lastReply = undefined
    const { warning } = begin()
    await reply(OLD)
    expect(warning.value).toBeNull()
    await reply(NEW)
    expect(warning.value?.kind).toBe('replied')
  })
})
