import { beforeAll, afterAll, describe, expect, it, vi } from 'vitest'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import type { Attachment } from '#shared/domain/message.ts'
import { fileCard } from '../../../../../web/widget/frame/view/fileCard.ts'
import type { ShownFile } from '../../../../../web/widget/frame/shownMessages.ts'
import { wordsIn } from '../../../../../web/widget/frame/words.ts'

/** Nothing is ever in sight here. */
class Unseen {
  observe(): void {}
  disconnect(): void {}
}

beforeAll(() => vi.stubGlobal('IntersectionObserver', Unseen))
afterAll(() => vi.unstubAllGlobals())

const stored = (change: Partial<Attachment>): ShownFile => ({
  is: 'stored',
  messageId: 'message-1',
  attachment: { ...anAttachment(), ...change },
})

function card(file: ShownFile): HTMLElement {
  const actions = { picture: () => Promise.resolve(null), download: () => undefined }
  return fileCard(file, actions, 'ru', wordsIn('ru'))
}

describe('a picture', () => {
  it('keeps its place by its own measures before it loads', () => {
    expect(card(stored({ width: 800, height: 1600 })).style.aspectRatio).toBe('800 / 1600')
  })

  it('of this browser does so, too', () => {
    const blob = new Blob(['x'], { type: 'image/png' })
    const local: ShownFile = { is: 'local', name: 'a.png', blob, width: 30, height: 20 }
    expect(card(local).style.aspectRatio).toBe('30 / 20')
  })

  it('nobody could measure stands in a common box', () => {
    expect(card(stored({ width: 0, height: 0 })).style.aspectRatio).toBe('4 / 3')
  })
})

describe('another file', () => {
  it('is a card with its name', () => {
    const element = card(stored({ contentType: 'application/pdf', name: 'прайс.pdf' }))
    expect(element.className).toBe('file')
    expect(element.textContent).toContain('прайс.pdf')
  })
})
