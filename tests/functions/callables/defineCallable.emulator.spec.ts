import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defineCallable } from '#functions/callables/defineCallable.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import { companyIdSchema, conversationIdSchema, messageIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { ProviderErrorCode } from '#shared/provider/ProviderError.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { aContact } from '#tests/builders/aContact.ts'
import { aConversation } from '#tests/builders/aConversation.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { anOutboundMessage } from '#tests/builders/anOutboundMessage.ts'
import { aUser } from '#tests/builders/aUser.ts'
import { testStack } from '#tools/stack/testStack.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { signedIn } from '../signedIn.ts'
import { solutionOf } from '../solvedCaptcha.ts'

// The functions emulator serves one project, that of the pages: every test here has companies of its own.
const project = useEmulatorProject('callables')
process.env['GCLOUD_PROJECT'] = testStack.projectId
process.env['FIREBASE_CONFIG'] = JSON.stringify({ projectId: testStack.projectId })

const ROLES = ['admin', 'operator', 'stale', 'removed', 'outsider'] as const
type Person = (typeof ROLES)[number]

const run = randomBytes(4).toString('hex')
const companyId = companyIdSchema.parse(`company-${run}`)
const otherCompanyId = companyIdSchema.parse(`other-${run}`)
const conversationId = conversationIdSchema.parse('conversation')
const messageId = messageIdSchema.parse('message')
const uidOf = (person: string) => userIdSchema.parse(`${person}-${run}`)

const tokens = new Map<string, string>()
let bot: { id: number; token: string }

async function addMember(
  person: Person,
  role: 'admin' | 'operator',
  sessionsValidAfterAt = 0,
): Promise<void> {
  const userId = uidOf(person)
  await set(['members', { companyId, userId }], aMember({ role, sessionsValidAfterAt }))
}

beforeAll(async () => {
  await set(['companies', { companyId }], aCompany())
  await set(['companies', { companyId: otherCompanyId }], aCompany())
  for (const person of ROLES) {
    await set(['users', { userId: uidOf(person) }], aUser({ companyIds: [] }))
    tokens.set(person, await signedIn(uidOf(person)))
  }
  tokens.set('visitor', await signedIn(`visitor_${run}`))
  await addMember('admin', 'admin')
  await addMember('operator', 'operator')
  await addMember('stale', 'admin', Date.now() + HOUR_MS)
  await set(['channels', { companyId, channelId: 'silent' }], aChannel({ state: 'disconnected' }))
  const answer = await fetch(`${testStack.url('simulators')}/telegram/control/bots`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Тест', username: 'callables_bot' }),
  })
  bot = z.object({ id: z.int(), token: z.string() }).parse(await answer.json())
})
beforeEach(async () => {
  const { contactId } = aConversation()
  await set(['contacts', { companyId, contactId }], aContact())
  await set(['conversations', { companyId, conversationId }], aConversation({ channelId: 'silent' }))
  await set(
    ['messages', { companyId, conversationId, messageId }],
    anOutboundMessage({ delivery: { status: 'failed' } }),
  )
})
afterAll(async () => {
  await firestore().recursiveDelete(firestore().doc(`companies/${companyId}`))
  await project.close()
})

const answerSchema = z.object({
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ status: z.string(), message: z.string(), details: z.optional(z.unknown()) })),
})

/** Calls as a browser does; `data` as JSON text where a browser's own JSON could not say it. */
async function call(name: string, data: unknown, token?: string) {
  const json = typeof data === 'string' ? data : JSON.stringify(data)
  const response = await fetch(testStack.functionUrl(name), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: `{"data":${json}}`,
  })
  return answerSchema.parse(await response.json())
}

const callAs = (person: string, name: string, data: unknown) => call(name, data, tokens.get(person))

/** As the sign-in page does: the CAPTCHA first. */
async function askForCode(phone: string) {
  const { challenge } = z.object({ challenge: z.string() }).parse((await call('createCaptcha', {})).result)
  return call('requestCode', { phone, locale: 'ru', captcha: await solutionOf(challenge) })
}

const DENIED = { status: 'PERMISSION_DENIED', details: { code: 'denied' } }
const INVALID = { status: 'INVALID_ARGUMENT', details: { code: 'invalidInput' } }

/** Everything the calls here could have written. */
async function everything(): Promise<string> {
  const root = firestore()
  const lists = await Promise.all([
    root.collection(`companies/${companyId}/members`).get(),
    root.collection(`companies/${companyId}/channels`).get(),
    root.collection(`companies/${companyId}/outbox`).get(),
    root.collection(`companies/${companyId}/conversations/${conversationId}/messages`).get(),
    root.collection(`companies/${otherCompanyId}/channels`).get(),
    root.collection('channelAccounts').where('accountId', '==', String(bot.id)).get(),
    root.collection('users').where('publicId', '==', aUser().publicId).get(),
    root.collection('authSessions').get(),
    root.collection('rateLimits').get(),
  ])
  return JSON.stringify(lists.map(({ docs }) => docs.map((document) => [document.ref.path, document.data()])))
}

interface Case {
  readonly name: string
  readonly request: () => Record<string, unknown>
  /** Who may call it; the others of the table are refused. */
  readonly allowed: readonly Person[]
}

const form = () => ({ token: bot.token })
const companyCallables: readonly Case[] = [
  {
    name: 'identifyChannel',
    request: () => ({ companyId, kind: 'telegram', form: form() }),
    allowed: ['admin'],
  },
  {
    name: 'connectChannel',
    request: () => ({ companyId, kind: 'telegram', form: form() }),
    allowed: ['admin'],
  },
  {
    name: 'disconnectChannel',
    request: () => ({ companyId, channelId: 'some-channel' }),
    allowed: ['admin'],
  },
  {
    name: 'resendMessage',
    request: () => ({ companyId, conversationId, messageId }),
    allowed: ['admin', 'operator'],
  },
]
const signedInCallables: readonly Case[] = [
  {
    name: 'registerCompany',
    request: () => ({ requestKey: 'made-by-the-browser', personName: 'Анна', companyName: 'Новая' }),
    allowed: [...ROLES],
  },
]
const browser = { deviceId: 'the-browser-at-home', deviceLabel: 'Chrome' }
const openCallables: readonly Case[] = [
  {
    name: 'requestCode',
    request: () => ({ phone: '+79000000199', locale: 'ru', captcha: 'unsolved' }),
    allowed: [...ROLES],
  },
  {
    name: 'verifyCode',
    request: () => ({ sessionId: 'f'.repeat(64), code: '123456', ...browser }),
    allowed: [...ROLES],
  },
]
const guarded = [...companyCallables, ...signedInCallables]
const all = [...guarded, ...openCallables]
const named = (cases: readonly Case[]) => cases.map((each) => [each.name, each] as const)

describe.each(named(guarded))('%s', (name, { request, allowed }) => {
  const refused = [...ROLES, 'visitor'].filter((person) => !allowed.some((each) => each === person))

  it('refuses a call without a sign-in, and writes nothing', async () => {
    const before = await everything()
    expect((await call(name, request())).error).toMatchObject(DENIED)
    expect(await everything()).toBe(before)
  })

  it.each(refused)('refuses %s, and writes nothing', async (person) => {
    const before = await everything()
    expect((await callAs(person, name, request())).error).toMatchObject(DENIED)
    expect(await everything()).toBe(before)
  })

  it('refuses a token that is none', async () => {
    expect((await call(name, request(), 'a.b.c')).error?.status).toBe('UNAUTHENTICATED')
  })
})

describe.each(named(companyCallables))('%s', (name, { request, allowed }) => {
  it.each(allowed)('refuses %s of another company, known or not', async (person) => {
    const before = await everything()
    for (const elsewhere of [otherCompanyId, 'no-such-company']) {
      expect((await callAs(person, name, { ...request(), companyId: elsewhere })).error).toMatchObject(DENIED)
    }
    expect(await everything()).toBe(before)
  })

  it('refuses an outsider whose request names his own company beside', async () => {
    const { companyId: _, ...rest } = request()
    const json = JSON.stringify({ ...rest, companyId }).replace(
      '{',
      `{"__proto__":{"companyId":"${otherCompanyId}"},`,
    )
    expect((await callAs('outsider', name, json)).error).toMatchObject(DENIED)
  })
})

describe.each(named(all))('%s', (name, { request }) => {
  const before = { state: '' }
  beforeEach(async () => {
    before.state = await everything()
  })
  const refuses = async (data: unknown) => {
    const { error, result } = await callAs('admin', name, data)
    expect({ error, result }).toMatchObject({ error: INVALID, result: undefined })
    expect(await everything()).toBe(before.state)
  }

  it('refuses a request with one key more', () => refuses({ ...request(), role: 'admin' }))

  it.each(['null', '[]', '"text"', '7', 'true', '{}'])('refuses %s for a request', (json) => refuses(json))

  it('refuses a request with a key less', async () => {
    for (const key of Object.keys(request())) {
      const { [key]: _, ...rest } = request()
      await refuses(rest)
    }
  })

  it.each([
    ['an array', ['a']],
    ['an object', { a: 'a' }],
    ['a number', 7],
    ['null', null],
    ['an endless text', 'a'.repeat(20_000)],
  ])('refuses %s for each of its fields', async (_name, value) => {
    for (const key of Object.keys(request())) {
      if (key === 'form' && typeof value === 'object' && value !== null && !Array.isArray(value)) continue
      await refuses({ ...request(), [key]: value })
    }
  })

  it('refuses ids that lead elsewhere', async () => {
    const ids = Object.keys(request()).filter((key) => key.endsWith('Id'))
    for (const key of ids) {
      for (const id of ['', '..', 'a/b', `${companyId}/members/x`, '__proto__/x', 'a'.repeat(65)]) {
        await refuses({ ...request(), [key]: id })
      }
    }
  })
})

describe('a request with a made-up prototype', () => {
  it('changes nothing for those that come after it', async () => {
    const json =
      '{"__proto__":{"role":"admin","companyIds":["x"]},"constructor":{"prototype":{"role":"admin"}}}'
    await callAs('outsider', 'identifyChannel', json)
    const { error } = await callAs('outsider', 'identifyChannel', {
      companyId,
      kind: 'telegram',
      form: form(),
    })
    expect(error).toMatchObject(DENIED)
  })
})

let count = 0

/** A message the page offers to send again; each its own, since its delivery is attempted at once. */
async function aFailedMessage() {
  const place = { companyId, conversationId, messageId: messageIdSchema.parse(`failed-${String(++count)}`) }
  await set(['messages', place], anOutboundMessage({ delivery: { status: 'failed' } }))
  return place
}

describe('a good call', () => {
  it('of an admin identifies, connects, connects again and disconnects a channel', async () => {
    const request = { companyId, kind: 'telegram', form: form() }
    expect((await callAs('admin', 'identifyChannel', request)).result).toEqual({
      name: 'Тест',
      handle: '@callables_bot',
    })
    const { channelId } = z
      .object({ channelId: z.string() })
      .parse((await callAs('admin', 'connectChannel', request)).result)
    expect((await callAs('admin', 'connectChannel', request)).result).toEqual({ channelId })
    expect(await get('channels', { companyId, channelId })).toMatchObject({ state: 'active', name: 'Тест' })
    expect((await callAs('admin', 'disconnectChannel', { companyId, channelId })).result).toBeNull()
    expect(await get('channels', { companyId, channelId })).toMatchObject({ state: 'disconnected' })
  })

  it.each(['admin', 'operator'])('of an %s sends a failed message again', async (person) => {
    const { error, result } = await callAs(person, 'resendMessage', await aFailedMessage())
    expect([error, result]).toEqual([undefined, null])
  })

  it('of anybody signed in makes a company', async () => {
    const answer = await callAs('outsider', 'registerCompany', {
      requestKey: 'made-by-the-browser',
      personName: ' Анна ',
      companyName: ' Новая ',
    })
    const made = z.object({ companyId: companyIdSchema }).parse(answer.result)
    expect(await get('companies', made)).toMatchObject({ name: 'Новая' })
    expect(await get('members', { ...made, userId: uidOf('outsider') })).toMatchObject({ role: 'admin' })
  })

  it('of anybody at all asks for a code', async () => {
    const answer = await askForCode('+79000000199')
    expect(answer.result).toMatchObject({ sessionId: expect.stringMatching(/^[a-f0-9]{64}$/) as unknown })
  })
})

describe('a refusal', () => {
  it('of what makes no sense now says why, with its details', async () => {
    const { sessionId } = z.object({ sessionId: z.string() }).parse((await askForCode('+79000000198')).result)
    const refused = [
      await call('verifyCode', { sessionId, code: '000000', ...browser }),
      await callAs('admin', 'disconnectChannel', { companyId, channelId: 'none' }),
      await callAs('admin', 'identifyChannel', { companyId, kind: 'telegram', form: { token: 'hello' } }),
      await callAs('admin', 'identifyChannel', { companyId, kind: '__proto__', form: form() }),
    ].map(({ error }) => [error?.status, error?.details])
    expect(refused).toEqual([
      ['FAILED_PRECONDITION', { code: 'codeWrong', left: 4 }],
      ['FAILED_PRECONDITION', { code: 'notFound' }],
      ['FAILED_PRECONDITION', { code: 'secretRefused', field: 'token' }],
      ['FAILED_PRECONDITION', { code: 'notFound' }],
    ])
  })

  it('for a fault of ours says nothing of it', async () => {
    const place = { companyId, conversationId: conversationIdSchema.parse('broken'), messageId }
    await firestore().doc(`companies/${companyId}/conversations/broken`).set({ broken: 'secret' })
    await set(['messages', place], anOutboundMessage({ delivery: { status: 'failed' } }))
    const { error } = await callAs('admin', 'resendMessage', place)
    expect(error).toEqual({ status: 'INTERNAL', message: 'internal', details: { code: 'internal' } })
  })
})

describe('a provider’s refusal', () => {
  const contract = { name: 'test', request: z.strictObject({}), response: z.null() }
  const facts = { reason: 'its reason', detail: 'its words' }
  const refusalSchema = z.object({ code: z.string(), details: z.unknown() })

  /** What a caller is told when the provider behind the callable does so. */
  async function told(access: 'anybody' | 'signedIn', error: ProviderError) {
    const callable = defineCallable(contract, access, () => Promise.reject(error))
    const request = {
      data: {},
      auth: { uid: uidOf('outsider'), token: {} },
      rawRequest: { headers: {}, socket: {} },
    }
    const answer = Promise.resolve(callable.run(request as unknown as Parameters<typeof callable.run>[0]))
    const refusal = refusalSchema.parse(await answer.catch((thrown: unknown) => thrown))
    return [refusal.code, refusal.details]
  }

  it.each<ProviderErrorCode>(['rateLimited', 'unreachable', 'uncertain'])(
    'that passes reads as unavailable: %s',
    async (code) => {
      const details = { code: 'providerUnavailable', ...facts }
      expect(await told('signedIn', new ProviderError(code, facts))).toEqual(['unavailable', details])
    },
  )

  it.each<ProviderErrorCode>(['rejected', 'unauthorized', 'tooLarge', 'gone', 'forbiddenAddress'])(
    'that stands reads as refused: %s',
    async (code) => {
      const details = { code: 'providerRefused', ...facts }
      expect(await told('signedIn', new ProviderError(code, facts))).toEqual(['failed-precondition', details])
    },
  )

  it('keeps the provider’s own words from strangers', async () => {
    expect(await told('anybody', new ProviderError('rejected', facts))).toEqual([
      'failed-precondition',
      { code: 'providerRefused', reason: 'its reason' },
    ])
  })

  it('of an address reaches the admin who connects the bot, in the provider’s words', async () => {
    const settings = (strictHttps: boolean) =>
      fetch(`${testStack.url('simulators')}/telegram/control/settings`, {
        method: 'POST',
        body: JSON.stringify({ strictHttps }),
      })
    await settings(true)
    const { error } = await callAs('admin', 'connectChannel', { companyId, kind: 'telegram', form: form() })
    await settings(false)
    expect(error).toMatchObject({
      status: 'FAILED_PRECONDITION',
      details: { code: 'providerRefused', detail: expect.stringContaining('HTTPS URL') as unknown },
    })
  })
})

describe('a sign-in', () => {
  it('holds until the member is removed, and no longer', async () => {
    const userId = uidOf('removed')
    await addMember('removed', 'operator')
    expect((await callAs('removed', 'resendMessage', await aFailedMessage())).error).toBeUndefined()
    await firestore().doc(`companies/${companyId}/members/${userId}`).delete()
    expect((await callAs('removed', 'resendMessage', await aFailedMessage())).error).toMatchObject(DENIED)
  })

  it('begun after "sign out everywhere" counts', async () => {
    const userId = uidOf('stale')
    await update(['members', { companyId, userId }], { sessionsValidAfterAt: Date.now() - HOUR_MS })
    expect((await callAs('stale', 'resendMessage', await aFailedMessage())).error).toBeUndefined()
    await update(['members', { companyId, userId }], { sessionsValidAfterAt: Date.now() + HOUR_MS })
    expect((await callAs('stale', 'resendMessage', await aFailedMessage())).error).toMatchObject(DENIED)
  })
})
