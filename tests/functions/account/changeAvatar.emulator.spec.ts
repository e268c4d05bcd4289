import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeAvatar } from '#functions/account/changeAvatar.ts'
import { fileStream, readFile } from '#functions/store/files.ts'
import { get } from '#functions/store/store.ts'
import { AVATAR_MAX_SIZE } from '#shared/api/account.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { addPerson, bicycles, olga, skis } from './person.ts'

const project = useEmulatorProject('avatar')

beforeEach(async () => {
  await project.clear()
  await addPerson()
})
afterAll(() => project.close())

async function aPicture(background = 'red'): Promise<string> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background } })
  return (await picture.png().toBuffer()).toString('base64')
}

const change = (image: string, now = NOON) => changeAvatar(olga, image, now)
const avatarOf = async () => (await get('users', { userId: olga }))?.avatar
const avatarIn = async (companyId: string) => (await get('members', { companyId, userId: olga }))?.avatar
const isThere = async (path: string) => (await fileStream(path)) !== undefined

describe('a picture of a person', () => {
  it('is shown by the account and in every company', async () => {
    const { avatar } = await change(await aPicture())
    expect(avatar).toMatch(/^avatars\/olga\/[a-f0-9]{32}\.webp$/)
    expect([await avatarOf(), await avatarIn(bicycles), await avatarIn(skis)]).toEqual([
      avatar,
      avatar,
      avatar,
    ])
  })

  it('is stored as one of ours', async () => {
    const { avatar } = await change(await aPicture())
    const stored = sharp(Buffer.from(await readFile(avatar)))
    expect(await stored.metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 })
  })

  it('takes the place of the one before, whose file goes', async () => {
    const before = await change(await aPicture('red'))
    const after = await change(await aPicture('blue'))
    expect(await avatarOf()).toBe(after.avatar)
    expect([await isThere(before.avatar), await isThere(after.avatar)]).toEqual([false, true])
  })

  it('is taken away with its file', async () => {
    const { avatar } = await change(await aPicture())
    expect(await change('')).toEqual({ avatar: '' })
    expect([await avatarOf(), await avatarIn(bicycles), await avatarIn(skis)]).toEqual(['', '', ''])
    expect(await isThere(avatar)).toBe(false)
  })

  it('is taken away from who has none', async () => {
    expect(await change('')).toEqual({ avatar: '' })
  })

  it('is one, and has its file, after several at once', async () => {
    const picture = await aPicture()
    const made = await Promise.all(Array.from({ length: 5 }, () => change(picture)))
    const last = (await avatarOf()) ?? ''
    expect([await avatarIn(bicycles), await avatarIn(skis)]).toEqual([last, last])
    const kept = await Promise.all(made.map(async ({ avatar }) => (await isThere(avatar)) && avatar))
    expect(kept.filter(Boolean)).toEqual([last])
  })
})

describe('what is no picture', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').toString('base64')

  it.each([
    ['an SVG', svg],
    ['a text', 'hello'],
    ['nothing but padding', '=='],
    ['too much', 'A'.repeat(Math.ceil((AVATAR_MAX_SIZE + 3) / 3) * 4)],
  ])('is refused and changes nothing: %s', async (_name, image) => {
    const { avatar } = await change(await aPicture())
    expect(await refusalOf(change(image))).toEqual({ code: 'imageRefused' })
    expect(await avatarOf()).toBe(avatar)
    expect(await isThere(avatar)).toBe(true)
  })
})

describe('pictures', () => {
  it('change ten times an hour at the most', async () => {
    for (let at = 0; at < 10; at++) await change('')
    expect(await refusalOf(change(''))).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    expect(await change('', NOON + HOUR_MS)).toEqual({ avatar: '' })
  })
})
