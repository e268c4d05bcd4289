import { afterAll } from 'vitest'
import { changeChannel } from '#functions/callables/channels.ts'
import { set } from '#functions/store/store.ts'
import { changeChannelContract } from '#shared/api/channels.ts'
import { channelIdSchema } from '#shared/domain/ids.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { OURS, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('callables-channels')
const channelId = channelIdSchema.parse('bot')

afterAll(() => project.close())

describeCallableAttacks(
  changeChannelContract,
  changeChannel,
  () => ({ companyId: OURS, channelId, greeting: 'Здравствуйте', awayMessage: 'Мы спим' }),
  'admin',
  {
    arrange: async () => {
      await project.clear()
      await set(['channels', { companyId: OURS, channelId }], aChannel())
      await set(['channels', { companyId: THEIRS, channelId: 'their-bot' }], aChannel())
    },
    foreign: { channelId: 'their-bot' },
  },
)
