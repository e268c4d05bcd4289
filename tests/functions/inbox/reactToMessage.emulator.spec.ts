import { describe, expect, it } from 'vitest'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { reactToMessage } from '#functions/inbox/reactToMessage.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { refusalOf } from '../refusalOf.ts'
import { CUSTOMER, OLGA, changeScene } from './changeScene.ts'

const scene = changeScene('react', 5968)
const IRINA = userIdSchema.parse('irina')
const react = (id: string, emoji: string, caller = scene.caller()) =>
  reactToMessage({ ...scene.placeOf(id), emoji }, caller)
const reactionsTo = async (id: string) => (await scene.message(id))?.reactions

describe('a reaction', () => {
  it('to the contact’s message reaches him, and stands here under her name', async () => {
    await react(scene.inboundId(), '👍')
    expect((await scene.seen()).map(({ reaction }) => reaction)).toEqual(['👍'])
    expect(await reactionsTo(scene.inboundId())).toEqual([{ emoji: '👍', by: OLGA, name: 'Ольга Нечаева' }])
  })

  it('of a colleague takes the place of the former: the company has one', async () => {
    await react(scene.inboundId(), '👍')
    await react(scene.inboundId(), '❤\uFE0F', scene.caller(IRINA, { name: 'Ирина Лаптева' }))
    expect((await scene.seen()).map(({ reaction }) => reaction)).toEqual(['❤'])
    expect(await reactionsTo(scene.inboundId())).toMatchObject([{ emoji: '❤\uFE0F', by: IRINA }])
  })

  it('is taken away', async () => {
    await react(scene.inboundId(), '👍')
    await react(scene.inboundId(), '')
    expect((await scene.seen()).map(({ reaction }) => reaction)).toEqual([''])
    expect(await reactionsTo(scene.inboundId())).toEqual([])
  })

  it('leaves the contact’s own alone', async () => {
    await scene.answer('one', 'Ждём вас')
    await told('one', ['🔥'], Date.now())
    await react('one', '👍')
    expect(await reactionsTo('one')).toMatchObject([
      { emoji: '🔥', by: 'contact', name: 'Анна Светлова' },
      { emoji: '👍', by: OLGA },
    ])
  })

  it.each(['🦖', '🇷🇺'])('outside the channel’s list, %s, is refused', async (emoji) => {
    expect(await refusalOf(react(scene.inboundId(), emoji))).toEqual({ code: 'reactionRefused' })
  })

  it('is refused to one who does not see the conversation', async () => {
    await scene.changeRow({ assigneeId: IRINA })
    const blind = scene.caller(undefined, { visibility: 'own' })
    expect(await refusalOf(react(scene.inboundId(), '👍', blind))).toEqual({ code: 'notFound' })
  })
})

/** The contact's emoji under a message, as his messenger tells. */
async function told(id: string, emojis: string[], changedAt: number): Promise<void> {
  const { externalId = '' } = (await scene.message(id)) ?? {}
  await receiveEvents(scene.route(), [
    {
      type: 'reactionChanged',
      conversationExternalId: String(CUSTOMER),
      externalId,
      emojis,
      changedAt,
    },
  ])
}

describe('the contact’s reaction', () => {
  it('stands under a message of his own, too', async () => {
    await told(scene.inboundId(), ['👍'], 1000)
    expect(await reactionsTo(scene.inboundId())).toMatchObject([{ emoji: '👍', by: 'contact' }])
  })

  it('told again stands once; taken away, it goes', async () => {
    await scene.answer('one', 'Ждём вас')
    await told('one', ['👍'], 1000)
    await told('one', ['👍'], 1000)
    expect(await reactionsTo('one')).toHaveLength(1)
    await told('one', [], 2000)
    expect(await reactionsTo('one')).toEqual([])
  })

  it('told late does not stand for the newer', async () => {
    await scene.answer('one', 'Ждём вас')
    await told('one', ['🔥'], 2000)
    await told('one', ['👍'], 1000)
    expect(await reactionsTo('one')).toMatchObject([{ emoji: '🔥' }])
  })

  it('of a hundred emoji grows nothing', async () => {
    await scene.answer('one', 'Ждём вас')
    await told(
      'one',
      Array.from({ length: 100 }, (_, at) => `${String(at)}${'я'.repeat(100)}`),
      1000,
    )
    const reactions = (await reactionsTo('one')) ?? []
    expect(reactions).toHaveLength(5)
    expect(Math.max(...reactions.map(({ emoji }) => emoji.length))).toBe(32)
  })

  it('to a message never heard of is passed over', async () => {
    await expect(
      receiveEvents(scene.route(), [
        {
          type: 'reactionChanged',
          conversationExternalId: String(CUSTOMER),
          externalId: '999',
          emojis: ['👍'],
          changedAt: 1000,
        },
      ]),
    ).resolves.toBeUndefined()
  })
})
