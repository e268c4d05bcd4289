import { describe, expect, it } from 'vitest'
import { contentOf } from '#channels/telegram/content.ts'
import { telegramMessageSchema } from '#channels/telegram/payload.ts'

const chat = { id: 77, type: 'private' }
const contentIn = (content: object) =>
  contentOf(telegramMessageSchema.parse({ message_id: 1, date: 1_790_000_000, chat, ...content }))

describe('a Telegram sticker', () => {
  const sticker = { file_id: 'whole', width: 512, height: 512, emoji: '👋', file_size: 9000 }
  const thumbnail = { file_id: 'still', width: 128, height: 128, file_size: 2000 }

  it('that stands still is a picture', () => {
    expect(contentIn({ sticker })).toMatchObject({
      kind: 'sticker',
      text: '👋',
      attachments: [{ kind: 'sticker', externalRef: 'whole', contentType: 'image/webp', width: 512 }],
    })
  })

  it.each(['is_animated', 'is_video'])('that moves (%s) is its still', (moves) => {
    expect(contentIn({ sticker: { ...sticker, [moves]: true, thumbnail } })).toMatchObject({
      kind: 'sticker',
      text: '👋',
      attachments: [{ kind: 'sticker', externalRef: 'still', width: 128 }],
    })
  })

  it('that moves and has no still is its emoji', () => {
    expect(contentIn({ sticker: { ...sticker, is_animated: true } })).toEqual({
      kind: 'sticker',
      text: '👋',
      attachments: [],
    })
  })
})

describe('another Telegram message', () => {
  it('with a venue is the place, named', () => {
    const location = { latitude: 55.75, longitude: 37.61 }
    const venue = { location, title: 'Склад', address: 'Тверская, 1' }
    expect(contentIn({ location, venue })).toEqual({
      kind: 'location',
      attachments: [],
      location: { ...location, title: 'Склад', address: 'Тверская, 1' },
    })
  })

  it('with a contact is his card, its number with a plus', () => {
    expect(
      contentIn({ contact: { phone_number: '7 900 000-01-42', first_name: 'Анна', last_name: 'Ветрова' } }),
    ).toEqual({
      kind: 'contact',
      attachments: [],
      sharedContact: { name: 'Анна Ветрова', phone: '+79000000142' },
    })
  })

  it('of the largest of its sizes is a photo', () => {
    const photo = [
      { file_id: 'small', width: 90, height: 60 },
      { file_id: 'large', width: 1280, height: 853 },
    ]
    expect(contentIn({ photo })).toMatchObject({ kind: 'image', attachments: [{ externalRef: 'large' }] })
  })

  it('of a kind nobody knows is unsupported', () => {
    expect(contentIn({ poll: { id: 'p' } })).toEqual({ kind: 'unsupported', attachments: [] })
  })
})
