import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelScheduled } from '#functions/scheduled/cancelScheduled.ts'
import { rescheduleMessage } from '#functions/scheduled/rescheduleMessage.ts'
import { scheduleMessage } from '#functions/scheduled/scheduleMessage.ts'
import { sendScheduled } from '#functions/scheduled/sendScheduled.ts'
import { sweepScheduled } from '#functions/scheduled/sweepScheduled.ts'
import { find, get, set, update } from '#functions/store/store.ts'
import type { ReplyForLater } from '#shared/api/scheduled.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { SCHEDULED_MAX_COUNT, SEND_LATER_MAX_MS } from '#shared/domain/scheduledMessage.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { NOON } from '#tests/builders/moments.ts'
import { person } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { HOME, OLGA, conversationId, leave, openConversation, place, wait } from './waitingReply.ts'

const project = useEmulatorProject('schedule-message')

beforeEach(async () => {
  await project.clear()
  await openConversation()
})
afterAll(() => project.close())

const olga = { uid: person(OLGA.id), member: aMember({ name: OLGA.name }) }
const petr = { uid: person('petr'), member: aMember({ name: 'Пётр' }) }
const blind = { uid: person('blind'), member: aMember({ name: 'Не видит', visibility: 'own' }) }

const REPLY: ReplyForLater = {
  companyId: HOME,
  conversationId,
  id: messageIdSchema.parse('later'),
  kind: 'text',
  text: 'Заказ собран',
  attachments: [],
  sendAt: NOON + HOUR_MS,
}
const schedule = (change: Partial<ReplyForLater> = {}, caller: typeof olga = olga) =>
  scheduleMessage({ ...REPLY, ...change }, caller, NOON)
const stored = (id: string) => get('scheduledMessages', place(id))
const message = (id: string) => get('messages', place(id))

const PATH = `companies/${HOME}/conversations/${conversationId}/outgoing/file-1/photo.jpg`
const file = (path: string): ReplyForLater['attachments'] => {
  const { id, name, contentType, size } = anAttachment({ id: 'file-1' })
  return [{ id, kind: 'image', name, contentType, size, state: 'ready', path }]
}

describe('a reply for later', () => {
  it('waits under its author’s name', async () => {
    await schedule({ attachments: file(PATH), kind: 'image' })
    expect(await stored('later')).toMatchObject({
      text: 'Заказ собран',
      kind: 'image',
      attachments: [{ path: PATH }],
      author: OLGA,
      sendAt: NOON + HOUR_MS,
      state: 'waiting',
    })
  })

  const second = { id: messageIdSchema.parse('second') }

  it('asked for twice is one; the same words under another id are another', async () => {
    await Promise.all([schedule(), schedule()])
    await schedule(second)
    const waiting = await find('scheduledMessages', {}, 10, { companyId: HOME, conversationId })
    expect(waiting.map(({ id }) => id).sort()).toEqual(['later', 'second'])
  })

  it('asked for again once it has left is not kept again, late as it may be', async () => {
    await schedule()
    await sendScheduled(place('later'), olga, NOON)
    await scheduleMessage(REPLY, olga, NOON + 2 * HOUR_MS)
    expect(await stored('later')).toBeUndefined()
    expect(await message('later')).toMatchObject({ text: 'Заказ собран' })
  })

  it('may say what one that was moved, or has left, said', async () => {
    await schedule()
    await rescheduleMessage(
      { ...place('later'), text: 'Заказ собран', sendAt: NOON + 2 * HOUR_MS },
      olga,
      NOON,
    )
    await schedule(second)
    expect(await stored('later')).toMatchObject({ sendAt: NOON + 2 * HOUR_MS })
    expect(await stored('second')).toMatchObject({ sendAt: NOON + HOUR_MS })
  })

  it.each([
    ['a moment ago', NOON - MINUTE_MS],
    ['in more than a year', NOON + SEND_LATER_MAX_MS + 1],
  ])('is not kept for %s', async (_when, sendAt) => {
    expect(await refusalOf(schedule({ sendAt }))).toEqual({ code: 'momentRefused' })
  })

  it('needs a conversation its author sees', async () => {
    await openConversation({ assigneeId: OLGA.id })
    expect(await refusalOf(schedule({}, blind))).toEqual({ code: 'notFound' })
  })

  it('is not kept for a blocked contact', async () => {
    await openConversation({ blocked: true })
    expect(await refusalOf(schedule())).toEqual({ code: 'contactBlocked' })
  })

  it('is not kept for a channel that is off', async () => {
    await update(['channels', { companyId: HOME, channelId: 'channel' }], { state: 'disconnected' })
    expect(await refusalOf(schedule())).toEqual({ code: 'channelDisconnected' })
  })

  it('is not kept beside a hundred others', async () => {
    await Promise.all(Array.from({ length: SCHEDULED_MAX_COUNT }, (_, at) => wait(`m${String(at)}`)))
    expect(await refusalOf(schedule())).toEqual({ code: 'tooManyScheduled' })
  })

  it.each([
    ['of another company', PATH.replace(HOME, 'other')],
    ['of another conversation', PATH.replace(conversationId, 'other')],
    ['of another file', PATH.replace('file-1', 'file-2')],
    ['that came in', PATH.replace('outgoing', 'incoming')],
    ['in a folder below', `${PATH}/deeper`],
    ['that leads out', PATH.replace('photo.jpg', '../../secret')],
  ])('takes no file %s', async (_what, path) => {
    await expect(schedule({ attachments: file(path) })).rejects.toThrow(InvalidInputError)
  })

  it('says something', async () => {
    await expect(schedule({ text: ' \n' })).rejects.toThrow(InvalidInputError)
  })
})

describe('a reply that waits', () => {
  beforeEach(() => wait('a'))

  const change = (text: string, sendAt: number, caller: typeof olga = petr) =>
    rescheduleMessage({ ...place('a'), text, sendAt }, caller, NOON)

  it('gets other words, another time and another author', async () => {
    await change('Заказ готов', NOON + 2 * HOUR_MS)
    expect(await stored('a')).toMatchObject({
      text: 'Заказ готов',
      sendAt: NOON + 2 * HOUR_MS,
      author: { id: 'petr', name: 'Пётр' },
    })
  })

  it('waits again once it was refused', async () => {
    await wait('a', { state: 'refused', reason: 'authorGone' })
    await change('Заказ готов', NOON + HOUR_MS)
    expect(await stored('a')).toMatchObject({ state: 'waiting' })
    expect((await stored('a'))?.reason).toBeUndefined()
  })

  it('is dropped', async () => {
    await cancelScheduled(place('a'), petr)
    expect(await stored('a')).toBeUndefined()
    expect(await sweepScheduled(NOON + HOUR_MS)).toBe(0)
  })

  it('is sent at once, as its author’s', async () => {
    await sendScheduled(place('a'), petr, NOON)
    expect(await message('a')).toMatchObject({ author: OLGA, text: 'Заказ собран' })
    expect(await stored('a')).toBeUndefined()
  })

  it('is sent as another’s where its author has left', async () => {
    await leave()
    await sendScheduled(place('a'), petr, NOON)
    expect(await message('a')).toMatchObject({ author: { id: 'petr', name: 'Пётр' } })
  })

  it('is sent once, though two press at once and its time has come', async () => {
    const attempts = [
      sendScheduled(place('a'), petr, NOON),
      sendScheduled(place('a'), olga, NOON),
      sweepScheduled(NOON + HOUR_MS),
    ]
    await Promise.allSettled(attempts)
    expect(await message('a')).toMatchObject({ text: 'Заказ собран' })
    expect(await stored('a')).toBeUndefined()
  })

  it('is out of reach once it has left', async () => {
    await sweepScheduled(NOON + HOUR_MS)
    expect(await refusalOf(change('Поздно', NOON + HOUR_MS))).toEqual({ code: 'alreadySent' })
    expect(await refusalOf(cancelScheduled(place('a'), petr))).toEqual({ code: 'alreadySent' })
    expect(await refusalOf(sendScheduled(place('a'), petr, NOON))).toEqual({ code: 'alreadySent' })
  })

  it('is out of reach of who does not see the conversation', async () => {
    await openConversation({ assigneeId: OLGA.id })
    expect(await refusalOf(change('Моё', NOON + HOUR_MS, blind))).toEqual({ code: 'notFound' })
    expect(await refusalOf(cancelScheduled(place('a'), blind))).toEqual({ code: 'notFound' })
    expect(await refusalOf(sendScheduled(place('a'), blind, NOON))).toEqual({ code: 'notFound' })
  })

  it('is not sent at once to a blocked contact', async () => {
    await set(['members', { companyId: HOME, userId: 'petr' }], petr.member)
    await openConversation({ blocked: true })
    expect(await refusalOf(sendScheduled(place('a'), petr, NOON))).toEqual({ code: 'contactBlocked' })
    expect(await message('a')).toBeUndefined()
  })
})
