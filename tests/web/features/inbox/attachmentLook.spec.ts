import { describe, expect, it } from 'vitest'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { attachmentLook } from '#web/features/inbox/attachmentLook.ts'

describe('attachmentLook', () => {
  it.each([
    ['image', 'image/jpeg', 'picture'],
    ['sticker', 'image/webp', 'sticker'],
    ['voice', 'audio/ogg; codecs=opus', 'sound'],
    ['audio', 'audio/mpeg', 'sound'],
    ['video', 'video/mp4', 'video'],
    ['document', 'application/pdf', 'pdf'],
    ['document', 'application/zip', 'file'],
    ['document', 'image/png', 'file'],
  ] as const)('of kind %s and type %s is %s', (kind, contentType, look) => {
    expect(attachmentLook(anAttachment({ kind, contentType }))).toBe(look)
  })

  it.each([
    'image/svg+xml',
    'text/html',
    'application/xml',
    'application/xhtml+xml',
    'application/octet-stream',
  ])('of type %s is never drawn or played, whatever it is said to be', (contentType) => {
    const kinds = ['image', 'sticker', 'voice', 'audio', 'video', 'document'] as const
    expect(kinds.map((kind) => attachmentLook(anAttachment({ kind, contentType })))).toEqual(
      kinds.map(() => 'file'),
    )
  })

  it('goes by its kind until its bytes are here', () => {
    const announced = { state: 'pending', contentType: 'application/octet-stream' } as const
    expect(attachmentLook(anAttachment({ ...announced, kind: 'image' }))).toBe('picture')
    expect(attachmentLook(anAttachment({ ...announced, kind: 'voice' }))).toBe('sound')
    expect(attachmentLook(anAttachment({ ...announced, kind: 'document' }))).toBe('file')
  })

  it('of a sound or a video that never came is a card that says why', () => {
    expect(attachmentLook(anAttachment({ kind: 'voice', state: 'failed' }))).toBe('file')
    expect(attachmentLook(anAttachment({ kind: 'video', state: 'failed' }))).toBe('file')
  })
})
