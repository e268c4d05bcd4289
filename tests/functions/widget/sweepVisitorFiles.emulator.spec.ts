import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { conversationIdOf } from '#functions/inbox/ids.ts'
import { fileStream } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import { admitMessage } from '#functions/widget/admitMessage.ts'
import { openVisitorSession } from '#functions/widget/openVisitorSession.ts'
import { receiveVisitorFile } from '#functions/widget/receiveVisitorFile.ts'
import { receiveVisitorMessage } from '#functions/widget/receiveVisitorMessage.ts'
import { sweepVisitorFiles } from '#functions/widget/sweepVisitorFiles.ts'
import type { VisitorChannel } from '#functions/widget/visitorChannel.ts'
import { visitorChannel } from '#functions/widget/visitorChannel.ts'
import type { OpenAnswer } from '#shared/api/widget.ts'
import { messageIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('visitor-files')
const NOW = Date.now()
let channel: VisitorChannel
let visitor: OpenAnswer

beforeAll(async () => {
  const settings = { title: '', greeting: '', colour: '', secret: 'the-secret-of-the-widget-on-teply-dom' }
  await project.clear()
  await connectedChannel(settings, { kind: 'widget', accountId: 'widget' })
  const found = await visitorChannel('widget')
  if (!found) throw new Error('connected')
  channel = found
})
beforeEach(async () => {
  await firestore().recursiveDelete(firestore().collection('visitorFiles'))
  visitor = await openVisitorSession(channel, { widgetId: 'widget' }, `address-${Math.random()}`)
})
afterAll(() => project.close())

const bytes = new TextEncoder().encode('Ткацкая, 4')

/** Hands a file in `agoMs` before now. */
async function handedIn(agoMs: number): Promise<{ receipt: string; path: string }> {
  const file = { name: 'адрес.txt', bytes, width: undefined, height: undefined }
  const receipt = await receiveVisitorFile(channel, visitor.sessionId, file, NOW - agoMs)
  const [event] = channel.adapter.parse(naming('message-of-the-test', receipt))
  if (event?.type !== 'messageReceived') throw new Error('readable')
  return { receipt, path: event.attachments[0]?.path ?? '' }
}

function naming(id: string, receipt: string) {
  return {
    method: 'POST',
    headers: { 'x-widget-session': visitor.sessionId, 'x-widget-token': visitor.sessionToken },
    query: {},
    rawBody: new TextEncoder().encode(JSON.stringify({ type: 'message', id, text: '', files: [receipt] })),
  }
}

const isThere = async (path: string) => (await fileStream(path)) !== undefined
const recordCount = async () => (await firestore().collection('visitorFiles').count().get()).data().count

describe('a file a visitor handed in', () => {
  it('and did not send is deleted after a day', async () => {
    const { path } = await handedIn(DAY_MS + MINUTE_MS)
    expect(await sweepVisitorFiles(NOW)).toBe(1)
    expect(await isThere(path)).toBe(false)
    expect(await recordCount()).toBe(0)
  })

  it('waits for its message within the day', async () => {
    const { path } = await handedIn(DAY_MS - MINUTE_MS)
    expect(await sweepVisitorFiles(NOW)).toBe(0)
    expect(await isThere(path)).toBe(true)
    expect(await recordCount()).toBe(1)
  })

  it('and sent stays', async () => {
    const { receipt, path } = await handedIn(DAY_MS + MINUTE_MS)
    await receiveVisitorMessage(channel, naming('message-1', receipt), NOW - DAY_MS)
    expect(await sweepVisitorFiles(NOW)).toBe(0)
    expect(await isThere(path)).toBe(true)
    expect(await recordCount()).toBe(0)
  })

  it('and named by a message that was never stored is deleted', async () => {
    const { path } = await handedIn(DAY_MS + MINUTE_MS)
    const message = { id: messageIdSchema.parse('lost'), attachments: [anAttachment({ path })] }
    expect(await admitMessage(channel, visitor.sessionId, message, NOW - DAY_MS)).toBe('new')
    expect(await sweepVisitorFiles(NOW)).toBe(1)
    expect(await isThere(path)).toBe(false)
  })

  it('can be named for twenty-three hours, by one message', async () => {
    const { receipt } = await handedIn(DAY_MS - HOUR_MS - MINUTE_MS)
    const id = await receiveVisitorMessage(channel, naming('message-1', receipt), NOW)
    expect(await receiveVisitorMessage(channel, naming('message-1', receipt), NOW + DAY_MS)).toBe(id)
    const late = receiveVisitorMessage(channel, naming('message-2', receipt), NOW)
    await expect(late).rejects.toMatchObject({ code: 'gone' })
    const other = await handedIn(DAY_MS - HOUR_MS)
    const tooLate = receiveVisitorMessage(channel, naming('message-3', other.receipt), NOW)
    await expect(tooLate).rejects.toMatchObject({ code: 'gone' })
  })

  it('whose bytes never came leaves no record', async () => {
    const conversationId = conversationIdOf(channel.channelId, visitor.sessionId)
    const path = `companies/company/conversations/${conversationId}/incoming/nothing/a.txt`
    const { companyId } = channel
    await set(['visitorFiles', { fileId: 'nothing' }], { companyId, conversationId, path, createdAt: 0 })
    expect(await sweepVisitorFiles(NOW)).toBe(1)
    expect(await recordCount()).toBe(0)
  })
})
