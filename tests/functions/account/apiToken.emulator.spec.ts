import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readApiToken, rotateApiToken } from '#functions/account/apiToken.ts'
import { firestore } from '#functions/store/firestore.ts'
import { get, set, update } from '#functions/store/store.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'
import { addPerson, auditOf, bicycles, countIn, ivan, olga, skis } from './person.ts'

const project = useEmulatorProject('api-token')

beforeEach(async () => {
  await project.clear()
  await addPerson(olga, { name: 'Ольга' })
})
afterAll(() => project.close())

const read = (now = NOON) => readApiToken(olga, NOON, now)
const rotate = (now = NOON) => rotateApiToken(olga, NOON, '203.0.113.7', now)
const secretsOf = (userId: string) => ({ userId, document: 'api' })
const personOf = (token: string) =>
  get('apiTokens', { tokenHash: createHash('sha256').update(token).digest('hex') })

describe('a private token', () => {
  it('is 41 lower-case hexadecimal digits', async () => {
    expect((await read()).token).toMatch(/^[0-9a-f]{41}$/)
    expect((await rotate()).token).toMatch(/^[0-9a-f]{41}$/)
  })

  it('is made when first asked for, and shown again', async () => {
    expect(await countIn('apiTokens')).toBe(0)
    const first = await read()
    expect([await read(), await read(NOON + MINUTE_MS)]).toEqual([first, first])
  })

  it('is one, however often it is first asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => read()))
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1)
    expect(await countIn('apiTokens')).toBe(1)
  })

  it('leads to its person, and to nobody else', async () => {
    const { token } = await read()
    await addPerson(ivan)
    const { token: other } = await readApiToken(ivan, NOON, NOON)
    expect([(await personOf(token))?.userId, (await personOf(other))?.userId]).toEqual([olga, ivan])
  })

  it('lies nowhere as it is', async () => {
    const { token } = await read()
    const lists = await Promise.all(
      ['private', 'apiTokens', 'users'].map((name) => firestore().collectionGroup(name).get()),
    )
    const stored = lists.flatMap(({ docs }) => docs.map((document) => [document.id, document.data()]))
    expect(stored).toHaveLength(3)
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('opens in its person’s own place only', async () => {
    await read()
    const secrets = await get('userSecrets', secretsOf(olga))
    if (secrets) await set(['userSecrets', secretsOf(ivan)], secrets)
    await expect(readApiToken(ivan, NOON, NOON)).rejects.toThrow()
  })

  it('is made beside what else is kept of the person', async () => {
    await set(['userSecrets', secretsOf(olga)], { referredBy: ivan })
    await read()
    await rotate()
    expect(await get('userSecrets', secretsOf(olga))).toMatchObject({ referredBy: ivan })
  })
})

describe('a rotated token', () => {
  it('takes the place of the one before, which opens nothing', async () => {
    const before = await read()
    const after = await rotate()
    expect(after).not.toEqual(before)
    expect([await personOf(before.token), (await personOf(after.token))?.userId]).toEqual([undefined, olga])
    expect(await read()).toEqual(after)
  })

  it('is made for who had none', async () => {
    const { token } = await rotate()
    expect(await read()).toEqual({ token })
  })

  it('is on record in every company, without the token', async () => {
    const { token } = await rotate()
    const deed = { kind: 'apiTokenRotated', by: olga, byName: 'Ольга', address: '203.0.113.7', at: NOON }
    for (const companyId of [bicycles, skis]) {
      const entries = await auditOf(companyId)
      expect(entries).toMatchObject([deed])
      expect(JSON.stringify(entries)).not.toContain(token)
    }
  })

  it('is the only one after several at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate()))
    expect(await countIn('apiTokens')).toBe(1)
    const { token } = await read()
    expect(answers).toContainEqual({ token })
  })

  it('is made ten times an hour at the most', async () => {
    for (let at = 0; at < 10; at++) await rotate()
    const last = await read()
    expect(await refusalOf(rotate())).toEqual({ code: 'tooManyAttempts', minutes: 60 })
    expect(await read()).toEqual(last)
    expect(await rotateApiToken(olga, NOON + HOUR_MS, '', NOON + HOUR_MS)).not.toEqual(last)
  })
})

describe('after an old sign-in a token', () => {
  const late = NOON + 15 * MINUTE_MS + 1

  it('is not shown', async () => {
    await read()
    expect(await refusalOf(Promise.resolve().then(() => read(late)))).toEqual({ code: 'signInTooOld' })
  })

  it('is not rotated', async () => {
    const before = await read()
    expect(await refusalOf(rotate(late))).toEqual({ code: 'signInTooOld' })
    expect(await read()).toEqual(before)
  })
})

it('what is sealed and damaged is shown to nobody', async () => {
  await read()
  await update(['userSecrets', secretsOf(olga)], { sealedToken: 'AAAA' })
  await expect(read()).rejects.toThrow()
})
