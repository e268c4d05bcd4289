import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changeChannel } from '#functions/channels/changeChannel.ts'
import { get, set } from '#functions/store/store.ts'
import { changeChannelContract } from '#shared/api/channels.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import { channelIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aTeam } from '#tests/builders/aTeam.ts'
import { BY_ANNA, auditOf, companyOf, foundCompany } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

type Changes = Omit<Parameters<typeof changeChannel>[1], 'channelId'>

const project = useEmulatorProject('change-channel')
const HOME = companyOf('home')
const SALES = teamIdSchema.parse('sales')
const channelId = channelIdSchema.parse('bot')
const change = (changes: Changes, id = channelId) =>
  changeChannel(HOME, { channelId: id, ...changes }, BY_ANNA)
const channel = () => get('channels', { companyId: HOME, channelId })
const byTurns = { mode: 'roundRobin', teamId: SALES, onlineOnly: true } as const

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await set(['channels', { companyId: HOME, channelId }], aChannel())
  await set(['teams', { companyId: HOME, teamId: SALES }], aTeam({ name: 'Продажи' }))
})
afterAll(() => project.close())

it('answers are signed from now on, and the journal says by whose will', async () => {
  await change({ signsReplies: true })
  expect(await channel()).toMatchObject({ signsReplies: true })
  expect(await auditOf(HOME)).toMatchObject([
    {
      kind: 'channelChanged',
      byName: 'Анна',
      details: { channel: 'telegram', signsReplies: 'true', signsRepliesBefore: 'false' },
    },
  ])
})

it('what is so already is not put on record', async () => {
  await change({ signsReplies: false })
  await change({ greeting: '', hours: null })
  await change({})
  expect(await auditOf(HOME)).toEqual([])
})

it('a channel that is not there cannot be changed', async () => {
  const none = channelIdSchema.parse('none')
  expect(await refusalOf(change({ signsReplies: true }, none))).toMatchObject({ code: 'notFound' })
})

describe('assignment, answers and hours', () => {
  const hours = [null, ...ALWAYS.slice(1)]

  it('change as named, and nothing else does', async () => {
    await change({ signsReplies: true })
    await change({ assignment: byTurns })
    await change({ greeting: 'Здравствуйте', awayMessage: 'Мы спим', hours })
    expect(await channel()).toMatchObject({
      signsReplies: true,
      assignment: byTurns,
      greeting: 'Здравствуйте',
      awayMessage: 'Мы спим',
      hours,
    })
  })

  it('go back to the company’s hours', async () => {
    await change({ hours })
    await change({ hours: null })
    expect((await channel())?.hours).toBeNull()
  })

  it('stand in the journal in words, with the team’s name', async () => {
    await change({ assignment: byTurns, hours })
    const [entry] = await auditOf(HOME)
    expect(entry?.details).toEqual({
      channel: 'telegram',
      assignment: 'roundRobin',
      assignmentBefore: 'off',
      team: 'Продажи',
      teamBefore: '',
      onlineOnly: 'true',
      onlineOnlyBefore: 'false',
      hours: `–${', 00:00–24:00'.repeat(6)}`,
      hoursBefore: '',
    })
  })

  it('name a team that is there', async () => {
    const assignment = { ...byTurns, teamId: teamIdSchema.parse('gone') }
    expect(await refusalOf(change({ assignment }))).toMatchObject({ code: 'notFound' })
    expect((await channel())?.assignment.mode).toBe('off')
  })
})

describe('a request', () => {
  it.each([
    ['a long greeting', { greeting: 'я'.repeat(1001) }],
    ['a long away message', { awayMessage: 'я'.repeat(1001) }],
    ['another way to assign', { assignment: { ...byTurns, mode: 'random' } }],
    ['a team that is no id', { assignment: { ...byTurns, teamId: 'a/b' } }],
    ['a week of six days', { hours: ALWAYS.slice(1) }],
    ['a field of no admin’s', { state: 'disconnected' }],
  ])('is refused for %s', (_name, changes) => {
    const { success } = changeChannelContract.request.safeParse({ companyId: HOME, channelId, ...changes })
    expect(success).toBe(false)
  })
})
