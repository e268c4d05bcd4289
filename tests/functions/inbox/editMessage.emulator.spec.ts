import { describe, expect, it } from 'vitest'
import { editMessage } from '#functions/inbox/editMessage.ts'
import { update } from '#functions/store/store.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { refusalOf } from '../refusalOf.ts'
import { CUSTOMER, changeScene } from './changeScene.ts'

const scene = changeScene('edit-message', 5960)
const edit = (id: string, text: string, caller = scene.caller()) =>
  editMessage({ ...scene.placeOf(id), text }, caller)

describe('an edit', () => {
  it('changes what the customer sees, and what stands here', async () => {
    await scene.answer('one', 'Завтро')
    await edit('one', 'Завтра')
    expect(await scene.telegram().seenBy(CUSTOMER)).toEqual(['Завтра'])
    const message = await scene.message('one')
    expect(message).toMatchObject({ text: 'Завтра', previousTexts: ['Завтро'] })
    expect(Date.now() - (message?.editedAt ?? 0)).toBeLessThan(60_000)
    expect((await scene.row())?.lastMessage).toMatchObject({ id: 'one', text: 'Завтра' })
  })

  it('of an earlier message leaves the row as it is', async () => {
    await scene.answer('one', 'Завтро')
    await scene.answer('two', 'Ждём вас')
    await edit('one', 'Завтра')
    expect((await scene.row())?.lastMessage).toMatchObject({ id: 'two', text: 'Ждём вас' })
  })

  it('to the same words changes nothing', async () => {
    await scene.answer('one', 'Завтра')
    await edit('one', 'Завтра')
    expect(await scene.message('one')).not.toHaveProperty('editedAt')
  })
})

describe('an edit is refused', () => {
  it.each([
    ['of a colleague’s message', { uid: userIdSchema.parse('irina') }, 'notOwnMessage'],
    [
      'of an admin who did not write it',
      { uid: userIdSchema.parse('boss'), role: 'admin' as const },
      'notOwnMessage',
    ],
  ])('%s', async (_name, { uid, ...member }, code) => {
    await scene.answer('one', 'Завтро')
    expect(await refusalOf(edit('one', 'Завтра', scene.caller(uid, member)))).toEqual({ code })
    expect(await scene.telegram().seenBy(CUSTOMER)).toEqual(['Завтро'])
  })

  it('of what the contact wrote', async () => {
    expect(await refusalOf(edit(scene.inboundId(), 'Иное'))).toEqual({ code: 'notOwnMessage' })
  })

  it('of a message that has not left yet', async () => {
    await scene.answer('one', 'Завтро', false)
    expect(await refusalOf(edit('one', 'Завтра'))).toEqual({ code: 'notSentYet' })
  })

  it('of a message that is not there', async () => {
    expect(await refusalOf(edit('none', 'Завтра'))).toEqual({ code: 'notFound' })
  })

  it('of a message taken back', async () => {
    await scene.answer('one', 'Завтро')
    await scene.changeMessage('one', { deletedAt: Date.now() })
    expect(await refusalOf(edit('one', 'Завтра'))).toEqual({ code: 'messageDeleted' })
  })

  it('to one who no longer sees the conversation, as if it were not there', async () => {
    await scene.answer('one', 'Завтро')
    await scene.changeRow({ assigneeId: 'irina' })
    const blind = scene.caller(undefined, { visibility: 'own' })
    expect(await refusalOf(edit('one', 'Завтра', blind))).toEqual({ code: 'notFound' })
  })

  it('above the length the channel takes', async () => {
    await scene.answer('one', 'Завтро')
    const refusal = await refusalOf(edit('one', 'я'.repeat(4097)))
    expect(refusal).toEqual({ code: 'textTooLong', limit: 4096 })
  })

  it('to nothing, where there is no file; under a file the words may go', async () => {
    await scene.answer('one', 'Завтра')
    expect(await refusalOf(edit('one', ''))).toEqual({ code: 'textMissing' })
    await scene.changeMessage('one', { attachments: [anAttachment()] })
    const refusal = await refusalOf(edit('one', 'я'.repeat(1025)))
    expect(refusal).toEqual({ code: 'textTooLong', limit: 1024 })
  })

  it('once the channel is disconnected', async () => {
    await scene.answer('one', 'Завтро')
    const { companyId, channelId } = scene.route()
    await update(['channels', { companyId, channelId }], { state: 'disconnected' })
    scene.forget()
    expect(await refusalOf(edit('one', 'Завтра'))).toEqual({ code: 'channelDisconnected' })
  })
})

describe('a provider that refuses an edit', () => {
  it('leaves the message as it was', async () => {
    await scene.answer('one', 'Завтро')
    await scene.changeMessage('one', { externalId: '1' })
    const error = await edit('one', 'Завтра').catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({ reason: 'messageGone' })
    expect(await scene.message('one')).toMatchObject({ text: 'Завтро', previousTexts: [] })
  })
})
