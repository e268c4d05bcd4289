import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { forgetRoute, accountHash } from '#functions/channels/route.ts'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { drainLane } from '#functions/inbox/drainLane.ts'
import { startConversation } from '#functions/inbox/startConversation.ts'
import { readFile, writeFile } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { set } from '#functions/store/store.ts'
import {
  attachmentIdSchema,
  messageIdSchema,
  outboxEntryIdSchema,
  templateIdSchema,
  userIdSchema,
} from '#shared/domain/ids.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aTemplate } from '#tests/builders/aTemplate.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { OPEN_LINE_ACCOUNT, OPEN_LINE_KEY, startSandbox } from '../sandboxSimulator.ts'
import type { SandboxSimulator } from '../sandboxSimulator.ts'

const PHONE = '+79261234567'
const PRICES = templateIdSchema.parse('prices')
const PATH = 'companies/ours/templates/prices/file/цены.pdf'
const IRINA = { uid: userIdSchema.parse('irina'), member: aMember({ name: 'Ирина' }) }
const project = useEmulatorProject('first-file')
let provider: SandboxSimulator
let route: ChannelRoute

beforeAll(async () => {
  provider = await startSandbox(5955, OPEN_LINE_ACCOUNT)
})
beforeEach(async () => {
  await project.clear()
  await provider.reset()
  const options = { kind: 'openline', companyId: 'ours', accountId: OPEN_LINE_ACCOUNT } as const
  route = await connectedChannel({ key: OPEN_LINE_KEY, secret: 'secret' }, options)
  forgetRoute(route.companyId, route.channelId, accountHash('openline', OPEN_LINE_ACCOUNT))
  await storeTemplate(8)
})
afterAll(async () => {
  await provider.close()
  await project.close()
})

async function storeTemplate(size: number) {
  const id = attachmentIdSchema.parse('file')
  const file = { id, name: 'цены.pdf', contentType: 'application/pdf', size, path: PATH }
  await writeFile(PATH, Buffer.from('%PDF-1.4'), 'application/pdf')
  await set(['templates', { companyId: route.companyId, templateId: PRICES }], aTemplate({ file }))
}

const start = (text: string, fileOf?: typeof PRICES, id = 'first') =>
  startConversation(
    {
      companyId: route.companyId,
      channelId: route.channelId,
      phone: PHONE,
      message: { id: messageIdSchema.parse(id), text, ...(fileOf && { fileOf }) },
    },
    IRINA,
  )
const written = async () =>
  (await firestore().collectionGroup('messages').get()).docs.map((each) =>
    fromDocument(messageSchema, each.data()),
  )

describe('free words to a phone’s owner', () => {
  it('reach him where there is no reply window', async () => {
    await start('Здравствуйте, Анна')
    await drainLane(route.companyId, outboxEntryIdSchema.parse('first'))
    expect(await provider.sentTo(PHONE)).toMatchObject([{ text: 'Здравствуйте, Анна', fileName: '' }])
    expect(await written()).toMatchObject([{ kind: 'text', delivery: { status: 'sent' } }])
  })

  it('take the file of a template along, as a copy of their own', async () => {
    await start('Цены в файле', PRICES)
    await drainLane(route.companyId, outboxEntryIdSchema.parse('first'))
    expect(await provider.sentTo(PHONE)).toMatchObject([{ text: 'Цены в файле', fileName: 'цены.pdf' }])
    const [message] = await written()
    expect(message).toMatchObject({ kind: 'document', attachments: [{ name: 'цены.pdf', size: 8 }] })
    const path = message?.attachments[0]?.path ?? ''
    expect(path).toMatch(/^companies\/ours\/conversations\/[0-9a-f]+\/outgoing\//)
    expect(Buffer.from(await readFile(path)).toString()).toBe('%PDF-1.4')
  })

  it('may be none beside a file', async () => {
    await start('', PRICES)
    await drainLane(route.companyId, outboxEntryIdSchema.parse('first'))
    expect(await provider.sentTo(PHONE)).toMatchObject([{ text: '', fileName: 'цены.pdf' }])
  })

  it('go nowhere, and no file is copied, where there is a conversation', async () => {
    await start('Здравствуйте')
    expect(await start('Цены в файле', PRICES, 'second')).toMatchObject({ existing: true })
    expect(await written()).toHaveLength(1)
  })
})

describe('a template whose file cannot go', () => {
  it('is larger than the channel takes', async () => {
    await storeTemplate(6 * 1024 * 1024)
    expect(await refusalOf(start('Цены', PRICES))).toEqual({ code: 'templateRefused' })
    expect(await written()).toEqual([])
  })

  it('has none', async () => {
    await set(['templates', { companyId: route.companyId, templateId: PRICES }], aTemplate())
    expect(await refusalOf(start('Цены', PRICES))).toEqual({ code: 'templateRefused' })
  })

  it('says so where nothing lies in Storage', async () => {
    const id = attachmentIdSchema.parse('gone')
    const path = 'companies/ours/templates/prices/gone/цены.pdf'
    const file = { id, name: 'цены.pdf', contentType: 'application/pdf', size: 8, path }
    await set(['templates', { companyId: route.companyId, templateId: PRICES }], aTemplate({ file }))
    expect(await refusalOf(start('Цены', PRICES))).toEqual({ code: 'templateRefused' })
    expect(await written()).toEqual([])
  })
})
