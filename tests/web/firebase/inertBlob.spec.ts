import { describe, expect, it } from 'vitest'
import { inertBlob } from '#web/firebase/inertBlob.ts'

const aBlob = (type: string) => new Blob(['<script>alert(1)</script>'], { type })

describe('inertBlob', () => {
  it.each([
    'text/html',
    'image/svg+xml',
    'image/svg+xml;charset=utf-8',
    'application/xhtml+xml',
    'text/xml',
    'application/pdf',
    'text/javascript',
    '',
  ])('makes of type %s mere bytes', async (type) => {
    const inert = inertBlob(aBlob(type))
    expect(inert.type).toBe('application/octet-stream')
    expect(await inert.text()).toBe('<script>alert(1)</script>')
  })

  it.each(['image/jpeg', 'image/webp', 'audio/ogg; codecs=opus', 'video/mp4'])(
    'leaves %s to be drawn or played',
    (type) => {
      expect(inertBlob(aBlob(type)).type).toBe(type)
    },
  )
})
