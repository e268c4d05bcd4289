import * as z from 'zod/mini'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Access, defineCallable } from '#functions/callables/defineCallable.ts'
import { firestore } from '#functions/store/firestore.ts'
import { remove, set } from '#functions/store/store.ts'
import type { CallableContract } from '#shared/api/contract.ts'
import { companyIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { HOUR_MS, SECOND_MS } from '#shared/domain/time.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { aUser } from '#tests/builders/aUser.ts'

/**
 * Promises every callable keeps, whoever calls it with whatever. In a spec with a project of its own
 * (`useEmulatorProject`), once per callable:
 *
 *   describeCallableAttacks(renameTeamContract, renameTeam, () => ({ companyId: OURS, teamId, name }), 'admin', {
 *     arrange: () => project.clear().then(() => set(['teams', …], aTeam())),
 *     foreign: { teamId: 'their-team' },
 *     afterFifty: async () => expect(…),
 *   })
 *
 * `arrange` runs before every attack; on top of it stand two companies and their people, by the names below.
 * Whoever is refused must have changed nothing: all documents of the project are compared.
 */
export const OURS = companyIdSchema.parse('ours')
export const THEIRS = companyIdSchema.parse('theirs')
export const ADMIN = userIdSchema.parse('admin')
export const OPERATOR = userIdSchema.parse('operator')
/** Admin of THEIRS. */
export const OUTSIDER = userIdSchema.parse('outsider')
/** An admin, too, so that nobody here is the last one. */
const SECOND_ADMIN = userIdSchema.parse('second')
/** An admin who has signed out everywhere since. */
const STALE = userIdSchema.parse('stale')
/** Was an admin until a moment ago. */
const REMOVED = userIdSchema.parse('removed')

const SIGNED_IN_AT = Date.now() - HOUR_MS / 6

type Callable = ReturnType<typeof defineCallable>

type Fields = Readonly<Record<string, unknown>>

/** What a call came to: the answer, or the refusal with its code. */
export type Outcome =
  | { readonly answer: unknown; readonly code?: undefined }
  | { readonly answer?: undefined; readonly status: string; readonly code: string }

export interface Attack {
  /** Empties the project and puts there what the valid request needs. */
  arrange(): Promise<unknown>
  /** For each id the request names beside its company: one that is there, in THEIRS. */
  readonly foreign?: Fields
  /** What is so after fifty identical calls of one who may, at once. */
  afterFifty?(outcomes: readonly Outcome[]): Promise<unknown>
}

const refusalSchema = z.object({ code: z.string(), details: z.object({ code: z.string() }) })

/** Calls as the platform does once it has checked the token. */
export async function callAs(callable: Callable, uid: string | undefined, data: unknown): Promise<Outcome> {
  const token = { uid, sub: uid, auth_time: SIGNED_IN_AT / SECOND_MS }
  const rawRequest = { headers: { 'x-forwarded-for': '192.0.2.1' }, socket: {} }
  const request = { data, rawRequest, ...(uid !== undefined && { auth: { uid, token } }) }
  try {
    return { answer: await callable.run(request as unknown as Parameters<Callable['run']>[0]) }
  } catch (error) {
    const { code: status, details } = refusalSchema.parse(error)
    return { status, code: details.code }
  }
}

/** Every document of the project, as text. */
async function everything(): Promise<string> {
  const lists = await Promise.all((await firestore().listCollections()).map(documentsOf))
  return JSON.stringify(lists.flat(2).sort())
}

async function documentsOf(collection: FirebaseFirestore.CollectionReference): Promise<string[]> {
  const documents = await collection.listDocuments()
  const lists = await Promise.all(
    documents.map(async (document) => {
      const below = await Promise.all((await document.listCollections()).map(documentsOf))
      return [`${document.path} ${JSON.stringify((await document.get()).data())}`, ...below.flat()]
    }),
  )
  return lists.flat()
}

async function populate(): Promise<void> {
  const people = { admin: 'admin', operator: 'operator', second: 'admin', stale: 'admin' } as const
  const everybody = [ADMIN, OPERATOR, SECOND_ADMIN, STALE, REMOVED, OUTSIDER]
  await Promise.all([
    set(['companies', { companyId: OURS }], aCompany()),
    set(['companies', { companyId: THEIRS }], aCompany({ name: 'Чужие' })),
    ...everybody.map((userId) =>
      set(['users', { userId }], aUser({ companyIds: [userId === OUTSIDER ? THEIRS : OURS] })),
    ),
    ...Object.entries(people).map(([userId, role]) =>
      set(['members', { companyId: OURS, userId }], aMember({ role, name: userId })),
    ),
    set(['members', { companyId: THEIRS, userId: OUTSIDER }], aMember({ role: 'admin' })),
  ])
  const sessionsValidAfterAt = Date.now() + HOUR_MS
  await set(['members', { companyId: OURS, userId: STALE }], aMember({ role: 'admin', sessionsValidAfterAt }))
  await set(['users', { userId: STALE }], aUser({ companyIds: [OURS], sessionsValidAfterAt }))
  await remove('users', { userId: REMOVED })
}

const isId = (key: string): boolean => /(?:Id|Ids)$/.test(key) || key === 'giveTo'

const isListOfWords = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** What an admin fills in for a channel: its fields are the channel's own, and looked at behind the door. */
const isForm = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === 'string')

/** Values no field of ours is: each is tried in each. */
const STRANGE_VALUES = [['a'], [['a']], [{}], { a: 'a' }, 7, null, true, 'я'.repeat(70_000), { $gt: '' }]

const LEAST_WHO_MAY = { admin: ADMIN, operator: OPERATOR, signedIn: OUTSIDER, anybody: undefined } as const

/** Who is turned away at the door. */
function refusedPeople(access: Access): [name: string, uid: string | undefined][] {
  if (access === 'anybody') return []
  const alike: [string, string | undefined][] = [
    ['who is not signed in', undefined],
    ['a site visitor', 'visitor_1'],
    ['who has signed out everywhere since', STALE],
    ['who is gone', REMOVED],
  ]
  const outsider: [string, string][] = access === 'signedIn' ? [] : [['another company’s admin', OUTSIDER]]
  const operator: [string, string][] = access === 'admin' ? [['an operator', OPERATOR]] : []
  return [...alike, ...outsider, ...operator]
}

export function describeCallableAttacks<Request, Response>(
  contract: CallableContract<Request, Response>,
  callable: Callable,
  validRequest: () => Fields | Promise<Fields>,
  access: Access,
  { arrange, foreign = {}, afterFifty }: Attack,
): void {
  const allowed = LEAST_WHO_MAY[access]

  async function refuses(data: unknown, codes: readonly string[], uid = allowed): Promise<void> {
    const outcome = await callAs(callable, uid, data)
    expect(codes, `${contract.name} ${JSON.stringify([data]).slice(0, 300)}`).toContain(outcome.code)
  }

  /** Tries all, and compares what is there before and after. */
  async function changesNothing(attacks: (request: Fields) => Promise<void>): Promise<void> {
    const request = await validRequest()
    const before = await everything()
    await attacks(request)
    expect(await everything()).toBe(before)
  }

  describe(`callable contract: ${contract.name}`, () => {
    beforeEach(async () => {
      await arrange()
      await populate()
    })

    const refused = refusedPeople(access)
    if (refused.length > 0) {
      it.each(refused)('refuses %s', (_name, uid) =>
        changesNothing(async (request) => {
          const outcome = await callAs(callable, uid, request)
          expect(outcome).toEqual({ status: 'permission-denied', code: 'denied' })
        }),
      )
    }

    it('takes the valid request of one who may', async () => {
      expect((await callAs(callable, allowed, await validRequest())).code).toBeUndefined()
    })

    it('refuses another company’s ids, one after another', () =>
      changesNothing(async (request) => {
        const ids = Object.keys(request).filter(isId)
        expect(Object.keys(foreign).sort()).toEqual(ids.filter((key) => key !== 'companyId').sort())
        if ('companyId' in request) await refuses({ ...request, companyId: THEIRS }, ['denied'])
        for (const [key, value] of Object.entries(foreign)) {
          await refuses({ ...request, [key]: value }, ['notFound', 'denied'])
        }
      }))

    it('refuses ids that lead elsewhere', () =>
      changesNothing(async (request) => {
        for (const key of Object.keys(request).filter(isId)) {
          for (const id of ['..', 'a/b', `${OURS}/members/x`, '__proto__/x', 'a'.repeat(65), 'a\u0000']) {
            await refuses({ ...request, [key]: Array.isArray(request[key]) ? [id] : id }, ['invalidInput'])
          }
        }
      }))

    it('refuses a key more, and a key less', () =>
      changesNothing(async (request) => {
        for (const key of ['role', 'isAdmin', 'by', 'uid', 'now']) {
          if (!(key in request)) await refuses({ ...request, [key]: 'admin' }, ['invalidInput'])
        }
        for (const key of Object.keys(request)) {
          const { [key]: _, ...rest } = request
          if (!contract.request.safeParse(rest).success) await refuses(rest, ['invalidInput'])
        }
      }))

    it('refuses a made-up prototype, which changes nothing for others', () =>
      changesNothing(async (request) => {
        const json = JSON.stringify(request)
        for (const key of ['__proto__', 'constructor', 'prototype']) {
          const start = `{"${key}":{"role":"admin","companyId":"${THEIRS}"}${json === '{}' ? '' : ','}`
          await refuses(JSON.parse(json.replace('{', start)), ['invalidInput'])
        }
        expect(Object.keys(Object.prototype)).toEqual([])
        expect(({} as Fields)['role']).toBeUndefined()
      }))

    it('refuses what is no object at all', () =>
      changesNothing(async () => {
        for (const data of [null, undefined, [], 'text', 7, true]) await refuses(data, ['invalidInput'])
      }))

    it('refuses arrays, objects and other strangers for each field', () =>
      changesNothing(async (request) => {
        for (const [key, value] of Object.entries(request)) {
          for (const strange of STRANGE_VALUES) {
            if (typeof strange === typeof value && typeof value !== 'object' && typeof value !== 'string')
              continue
            if (isListOfWords(value) && !isId(key) && isListOfWords(strange)) continue
            if (isForm(value) && isForm(strange)) continue
            const codes = typeof value === 'string' ? ['invalidInput'] : ['invalidInput', 'notFound']
            await refuses({ ...request, [key]: strange }, codes)
          }
        }
      }))

    it('takes fifty identical calls at once, and fails none by itself', async () => {
      const request = await validRequest()
      const calls = Array.from({ length: 50 }, () => callAs(callable, allowed, request))
      const outcomes = await Promise.all(calls)
      expect(outcomes.filter(({ code }) => code === 'internal')).toEqual([])
      await afterFifty?.(outcomes)
    }, 120_000)
  })
}
