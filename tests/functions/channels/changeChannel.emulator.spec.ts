import { afterAll, beforeEach, expect, it } from 'vitest'
import { changeChannel } from '#functions/channels/changeChannel.ts'
import { get, set } from '#functions/store/store.ts'
import { channelIdSchema } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { BY_ANNA, auditOf, companyOf, foundCompany } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { refusalOf } from '../refusalOf.ts'

const project = useEmulatorProject('change-channel')
const HOME = companyOf('home')
const channelId = channelIdSchema.parse('bot')
const change = (signsReplies: boolean, id = channelId) =>
  changeChannel(HOME, { channelId: id, signsReplies }, BY_ANNA)

beforeEach(async () => {
  await project.clear()
  await foundCompany(HOME)
  await set(['channels', { companyId: HOME, channelId }], aChannel())
})
afterAll(() => project.close())

it('answers are signed from now on, and the journal says by whose will', async () => {
  await change(true)
  expect(await get('channels', { companyId: HOME, channelId })).toMatchObject({ signsReplies: true })
  expect(await auditOf(HOME)).toMatchObject([
    { kind: 'channelChanged', byName: 'Анна', details: { signsReplies: 'true' } },
  ])
})

it('what is so already is not put on record', async () => {
  await change(false)
  expect(await auditOf(HOME)).toEqual([])
})

it('a channel that is not there cannot be changed', async () => {
  expect(await refusalOf(change(true, channelIdSchema.parse('none')))).toMatchObject({ code: 'notFound' })
})
