import { describe, expect, it } from 'vitest'
import { deleteMessage } from '#functions/inbox/deleteMessage.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { refusalOf } from '../refusalOf.ts'
import { CUSTOMER, OLGA, changeScene } from './changeScene.ts'

const scene = changeScene('delete-message', 5964)
const take = (id: string, caller = scene.caller()) => deleteMessage(scene.placeOf(id), caller)

describe('a deletion', () => {
  it('takes the message from the customer, and marks it here, its words kept', async () => {
    await scene.answer('one', 'Не туда')
    await take('one')
    expect(await scene.telegram().seenBy(CUSTOMER)).toEqual([])
    const message = await scene.message('one')
    expect(message).toMatchObject({ text: 'Не туда', deletedBy: OLGA })
    expect(message?.deletedAt).toBeGreaterThan(0)
    expect((await scene.row())?.lastMessage).toMatchObject({ id: 'one', isDeleted: true })
  })

  it('of a message the customer has deleted himself is done', async () => {
    await scene.answer('one', 'Не туда')
    await scene.changeMessage('one', { externalId: '1' })
    await take('one')
    expect((await scene.message('one'))?.deletedBy).toBe(OLGA)
  })
})

describe('a deletion is refused', () => {
  it('a second time', async () => {
    await scene.answer('one', 'Не туда')
    await take('one')
    expect(await refusalOf(take('one'))).toEqual({ code: 'messageDeleted' })
  })

  it('to who did not write it', async () => {
    await scene.answer('one', 'Не туда')
    const irina = scene.caller(userIdSchema.parse('irina'))
    expect(await refusalOf(take('one', irina))).toEqual({ code: 'notOwnMessage' })
    expect(await scene.telegram().seenBy(CUSTOMER)).toEqual(['Не туда'])
  })

  it('later than the channel lets', async () => {
    await scene.answer('one', 'Не туда')
    await scene.changeMessage('one', { sentAt: Date.now() - 49 * HOUR_MS })
    expect(await refusalOf(take('one'))).toEqual({ code: 'tooLateToChange', windowMs: 48 * HOUR_MS })
    expect(await scene.telegram().seenBy(CUSTOMER)).toEqual(['Не туда'])
  })

  it('to one who does not see the conversation', async () => {
    await scene.answer('one', 'Не туда')
    await scene.changeRow({ assigneeId: 'irina' })
    const blind = scene.caller(undefined, { visibility: 'own' })
    expect(await refusalOf(take('one', blind))).toEqual({ code: 'notFound' })
  })
})
