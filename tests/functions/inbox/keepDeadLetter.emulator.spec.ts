import { getStorage } from 'firebase-admin/storage'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { keepDeadLetter } from '#functions/inbox/keepDeadLetter.ts'
import { readFile } from '#functions/store/files.ts'
import { firestore } from '#functions/store/firestore.ts'
import { deadLetterSchema } from '#shared/firestore/serverDocuments.ts'
import { fromDocument } from '#shared/firestore/documents.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('deadletters')
let route: ChannelRoute

beforeEach(async () => {
  await project.clear()
  route = await connectedChannel({ token: '100001:token', secret: 'secret' })
})
afterAll(() => project.close())

const bytes = (text: string) => new TextEncoder().encode(text)

async function kept() {
  const { docs } = await firestore().collection(`companies/${route.companyId}/deadLetters`).get()
  return docs.map((document) => fromDocument(deadLetterSchema, document.data()))
}

describe('a webhook nobody could read', () => {
  it('is kept byte for byte, with its channel and the reason', async () => {
    const body = new Uint8Array([0xff, 0x00, 0x7b, 0x80, 0x0a])
    await keepDeadLetter(route, body, 'message.text: invalid_type')
    const [letter] = await kept()
    expect(letter).toMatchObject({
      channelId: route.channelId,
      reason: 'message.text: invalid_type',
      size: 5,
    })
    expect(letter?.path.startsWith(`companies/${route.companyId}/deadLetters/`)).toBe(true)
    expect(new Uint8Array(await readFile(String(letter?.path)))).toEqual(body)
  })

  it('is a plain download, whatever it holds', async () => {
    await keepDeadLetter(route, bytes('<script>alert(1)</script>'), 'x')
    const [letter] = await kept()
    const [metadata] = await getStorage().bucket().file(String(letter?.path)).getMetadata()
    expect(metadata).toMatchObject({
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment',
    })
  })

  it('told again is kept once', async () => {
    await Promise.all([1, 2, 3].map(() => keepDeadLetter(route, bytes('{"a":1}'), 'x')))
    expect(await kept()).toHaveLength(1)
  })

  it('beside another is kept apart, also when another channel was told the same', async () => {
    const other = await connectedChannel(
      { token: '100002:token', secret: 's' },
      { channelId: 'other', accountId: '100002' },
    )
    await keepDeadLetter(route, bytes('{"a":1}'), 'x')
    await keepDeadLetter(route, bytes('{"a":2}'), 'x')
    await keepDeadLetter(other, bytes('{"a":1}'), 'x')
    expect(await kept()).toHaveLength(3)
  })

  it('for endless reasons keeps the first of them', async () => {
    await keepDeadLetter(route, bytes('{}'), 'r'.repeat(5000))
    expect((await kept())[0]?.reason).toBe('r'.repeat(1000))
  })
})
