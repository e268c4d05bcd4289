import { describe, expect, it } from 'vitest'
import { signalContact } from '#functions/inbox/signalContact.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { refusalOf } from '../refusalOf.ts'
import { CUSTOMER, changeScene } from './changeScene.ts'

const scene = changeScene('signal', 5972)
const signal = (kind: 'typing' | 'read', caller = scene.caller()) =>
  signalContact({ ...scene.place(), signal: kind }, caller)

describe('typing', () => {
  it('is shown to the customer', async () => {
    expect(await scene.isTypingSeen()).toBe(false)
    await signal('typing')
    expect(await scene.isTypingSeen()).toBe(true)
  })

  it('that does not get through troubles nobody', async () => {
    await scene.telegram().block(CUSTOMER)
    expect(await signal('typing')).toBeNull()
  })

  it('is not shown to whom the company has blocked', async () => {
    await scene.changeRow({ blocked: true })
    await signal('typing')
    expect(await scene.isTypingSeen()).toBe(false)
  })

  it('is refused to one who does not see the conversation', async () => {
    await scene.changeRow({ assigneeId: userIdSchema.parse('irina') })
    const blind = scene.caller(undefined, { visibility: 'own' })
    expect(await refusalOf(signal('typing', blind))).toEqual({ code: 'notFound' })
  })
})

describe('a read mark', () => {
  it('is kept to ourselves where the channel has none', async () => {
    expect(await signal('read')).toBeNull()
  })
})
