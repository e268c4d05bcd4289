import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { accountHash } from '#functions/channels/route.ts'
import { firestore } from '#functions/store/firestore.ts'
import { readFile } from '#functions/store/files.ts'
import { connectedChannel } from '../connectedChannel.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { serveFunction } from '../serveFunction.ts'

const project = useEmulatorProject('hooks')
let served: Awaited<ReturnType<typeof serveFunction>>
let route: ChannelRoute

beforeAll(async () => {
  await project.clear()
  route = await connectedChannel({ token: '100001:token', secret: 'its-secret' })
  await connectedChannel(
    { token: '100002:token', secret: 'another-secret' },
    { accountId: '100002', channelId: 'other' },
  )
  served = await serveFunction('hooks', 5970)
})
beforeEach(async () => {
  for (const name of ['conversations', 'contacts', 'deadLetters'])
    await removeAll(`companies/${route.companyId}/${name}`)
})
afterAll(async () => {
  await served.stop()
  await project.close()
})

async function removeAll(path: string): Promise<void> {
  await firestore().recursiveDelete(firestore().collection(path))
}

const updateOf = (messageId: unknown) => ({
  update_id: 1,
  message: {
    message_id: messageId,
    from: { id: 500, is_bot: false, first_name: 'Анна' },
    chat: { id: 500, type: 'private' },
    date: 1795165200,
    text: 'Здравствуйте',
  },
})

interface Hook {
  readonly secret?: string
  readonly path?: string
  readonly body?: string
  readonly method?: string
  readonly contentType?: string
}

async function post(hook: Hook = {}): Promise<number> {
  const path = hook.path ?? `/hooks/telegram/${accountHash('telegram', '100001')}`
  const method = hook.method ?? 'POST'
  const secret = hook.secret ?? 'its-secret'
  const response = await fetch(`${served.url}${path}`, {
    method,
    headers: {
      'content-type': hook.contentType ?? 'application/json',
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    },
    ...(method === 'POST' && { body: hook.body ?? JSON.stringify(updateOf(1)) }),
  })
  return response.status
}

async function storedDocuments(): Promise<number> {
  const counts = await Promise.all(
    ['messages', 'conversations', 'contacts', 'deadLetters'].map((name) =>
      firestore().collectionGroup(name).count().get(),
    ),
  )
  return counts.reduce((sum, count) => sum + count.data().count, 0)
}

describe('a genuine webhook', () => {
  it('is answered 200 once contact, conversation and message are stored', async () => {
    expect(await post()).toBe(200)
    expect(await storedDocuments()).toBe(3)
  })

  it('ten times at once stores one message', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post()))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(await storedDocuments()).toBe(3)
  })

  it('of a kind we do not handle is answered 200', async () => {
    expect(await post({ body: JSON.stringify({ update_id: 5, poll: { id: '1' } }) })).toBe(200)
    expect(await storedDocuments()).toBe(0)
  })

  it('that cannot be read is kept with its raw body, and answered 200', async () => {
    const body = JSON.stringify(updateOf('not a number'))
    expect(await post({ body })).toBe(200)
    const { docs } = await firestore().collectionGroup('deadLetters').get()
    expect(docs).toHaveLength(1)
    expect(Buffer.from(await readFile(String(docs[0]?.get('path')))).toString('utf8')).toBe(body)
    expect(docs[0]?.get('reason')).toBe('message.message_id: invalid_type')
  })
})

describe('a webhook nobody can vouch for', () => {
  const cases: [string, Hook][] = [
    ['without a signature', { secret: '' }],
    ['with a wrong signature', { secret: 'guess' }],
    ['with another channel’s signature', { secret: 'another-secret' }],
    ['for an account nobody connected', { path: `/hooks/telegram/${accountHash('telegram', '999')}` }],
    ['for the same account as another kind', { path: `/hooks/widget/${accountHash('telegram', '100001')}` }],
    ['for a kind we do not know', { path: `/hooks/pigeon/${accountHash('telegram', '100001')}` }],
    [
      'for a kind named like a member of every object',
      { path: `/hooks/constructor/${accountHash('telegram', '100001')}` },
    ],
    ['for no account', { path: '/hooks/telegram' }],
  ]
  it.each(cases)('%s is answered 401 and stores nothing', async (_name, hook) => {
    expect(await post(hook)).toBe(401)
    expect(await storedDocuments()).toBe(0)
  })
})

describe('a webhook out of all shape', () => {
  const cases: [string, Hook, number][] = [
    ['no POST', { method: 'GET' }, 405],
    ['oversized', { body: `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}` }, 413],
    ['nested beyond reason', { body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` }, 400],
    ['not JSON', { body: 'hello', contentType: 'text/plain' }, 400],
    ['broken JSON', { body: '{"update_id":', contentType: 'application/json' }, 400],
    ['empty', { body: '', contentType: 'text/plain' }, 400],
  ]
  it.each(cases)('(%s) is refused for good and stores nothing', async (_name, hook, status) => {
    expect(await post(hook)).toBe(status)
    expect(await storedDocuments()).toBe(0)
  })
})
