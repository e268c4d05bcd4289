import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetRoute, accountHash } from '#functions/channels/route.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { receiveEvents } from '#functions/inbox/receiveEvents.ts'
import { sweepOutbox } from '#functions/inbox/sweepOutbox.ts'
import { sweepScheduled } from '#functions/scheduled/sweepScheduled.ts'
import { searchMessages } from '#functions/search/searchMessages.ts'
import { firestore } from '#functions/store/firestore.ts'
import { find, set } from '#functions/store/store.ts'
import { messageIdSchema, noteIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aMessageReceived } from '#tests/builders/aMessageReceived.ts'
import { aNote } from '#tests/builders/aNote.ts'
import { aScheduledMessage } from '#tests/builders/aScheduledMessage.ts'
import { addMember } from '../companyOf.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import type { TelegramSimulator } from '../telegramSimulator.ts'
import { BOT_TOKEN, startTelegram } from '../telegramSimulator.ts'

const CUSTOMER = 500
const VISITOR = 'visitor-session'
/** Stands in the notes, and must stand nowhere else. */
const SECRET = 'перепроверитьплатёжеспособность'

const project = useEmulatorProject('note-doors')
let telegram: TelegramSimulator
let bot: ChannelRoute
let site: ChannelRoute

const bothPlaces = () =>
  [
    [bot, String(CUSTOMER)],
    [site, VISITOR],
  ] as const

/** A question, a note about it, an answer that goes out at its time. */
beforeAll(async () => {
  await project.clear()
  telegram = await startTelegram(5950)
  await telegram.reset(CUSTOMER)
  bot = await connectedChannel({ token: BOT_TOKEN, secret: 'secret' })
  const widget = { title: '', greeting: '', colour: '', secret: 'the-secret-of-the-widget-on-teply-dom' }
  site = await connectedChannel(widget, { kind: 'widget', accountId: 'widget', channelId: 'site' })
  forgetRoute(bot.companyId, bot.channelId, accountHash('telegram', '100001'))
  await addMember(bot.companyId, 'olga', { name: 'Ольга' })
  for (const [route, externalId] of bothPlaces()) await converse(route, externalId)
  await sweepScheduled()
  await sweepOutbox({ now: () => Date.now() + MINUTE_MS, deliverLaterAt: () => Promise.resolve() })
})
afterAll(async () => {
  await telegram.close()
  await project.close()
})

async function converse(route: ChannelRoute, externalId: string): Promise<void> {
  const { companyId, channelId } = route
  const conversationId = conversationIdOf(channelId, externalId)
  const event = aMessageReceived({ sentAt: Date.now() - MINUTE_MS, conversationExternalId: externalId })
  await receiveEvents(route, [event])
  const noteId = noteIdSchema.parse('note')
  await set(
    ['notes', { companyId, conversationId, noteId }],
    aNote({ text: SECRET, author: { id: 'olga', name: 'Ольга' } }),
  )
  await set(
    ['scheduledMessages', { companyId, conversationId, messageId: messageIdSchema.parse(`m-${channelId}`) }],
    aScheduledMessage({ text: 'Добрый день', author: { id: 'olga', name: 'Ольга' }, sendAt: Date.now() }),
  )
}

async function documentsWith(word: string): Promise<string[]> {
  const groups = ['messages', 'notes', 'events', 'outbox', 'scheduled', 'conversations', 'contacts']
  const more = ['widgetSessions', 'audit', 'mails', 'messageRefs', 'deadLetters']
  const found = await Promise.all(
    [...groups, ...more].map(async (name) => (await firestore().collectionGroup(name).get()).docs),
  )
  return found
    .flat()
    .filter((document) => JSON.stringify(document.data()).includes(word))
    .map(({ ref }) => ref.path)
}

describe('a note', () => {
  it('does not reach the customer in his messenger, though the answer does', async () => {
    const view = await telegram.seenBy(CUSTOMER)
    expect(view).toEqual(['Добрый день'])
  })

  it('does not reach the visitor of a site, though the answer does', async () => {
    const shown = await find('widgetMessages', {}, 50, { sessionId: VISITOR })
    expect(shown.map(({ data }) => data.text)).toContain('Добрый день')
    expect(JSON.stringify(shown)).not.toContain(SECRET)
  })

  it('is found by no search, though the question is', async () => {
    const viewer = { uid: userIdSchema.parse('olga'), member: aMember({ role: 'admin' }) }
    const search = (text: string) => searchMessages({ companyId: bot.companyId, text }, viewer)
    expect((await search('здравствуйте')).hits).not.toEqual([])
    expect((await search(SECRET)).hits).toEqual([])
  })

  it('is copied into no other document', async () => {
    const paths = await documentsWith(SECRET)
    expect(paths).toHaveLength(2)
    expect(paths.filter((path) => !path.includes('/notes/'))).toEqual([])
  })
})
