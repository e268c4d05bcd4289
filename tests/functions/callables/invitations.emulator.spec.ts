import { afterAll, expect } from 'vitest'
import {
  acceptInvitation,
  inviteMembers,
  readInvitation,
  resendInvitation,
  revokeInvitation,
} from '#functions/callables/invitations.ts'
import { invitationIdOf } from '#functions/invitations/invitationIdOf.ts'
import { inviteMembers as invite } from '#functions/invitations/inviteMembers.ts'
import { find, get, set } from '#functions/store/store.ts'
import {
  acceptInvitationContract,
  inviteMembersContract,
  readInvitationContract,
  resendInvitationContract,
  revokeInvitationContract,
} from '#shared/api/members.ts'
import { MINUTE_MS } from '#shared/domain/time.ts'
import { anInvitation } from '#tests/builders/anInvitation.ts'
import { ADMIN, OURS, OUTSIDER, THEIRS, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { mails } from '../companyOf.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('attacked-invitations')
const PETR = 'petr@teply.test'
const THEIR_GUEST = 'their-guest@teply.test'
const foreign = { invitationId: invitationIdOf(THEIR_GUEST) }

afterAll(() => project.close())

async function arrange(): Promise<void> {
  await project.clear()
  const place = { companyId: THEIRS, invitationId: invitationIdOf(THEIR_GUEST) }
  await set(['invitations', place], anInvitation({ email: THEIR_GUEST, companyIds: [THEIRS] }))
}

/** Petr was asked in five minutes ago; gives his link's token. */
async function invited(): Promise<string> {
  const actor = { by: ADMIN, byName: 'Анна', address: '' }
  const inviting = { companyIds: [OURS], emails: [PETR], role: 'operator', locale: 'ru' } as const
  await invite(inviting, actor, Date.now() - 5 * MINUTE_MS)
  return (await mails())[0]?.token ?? ''
}

async function oneInvitation() {
  await invited()
  return { companyId: OURS, invitationId: invitationIdOf(PETR) }
}

const deeds = async () =>
  (await find('audit', { range: 0 }, 100, { companyId: OURS })).map(({ data }) => data.kind).sort()

describeCallableAttacks(
  inviteMembersContract,
  inviteMembers,
  () => ({ companyId: OURS, companyIds: [OURS], emails: [PETR], role: 'operator', locale: 'ru' }),
  'admin',
  {
    arrange,
    foreign: { companyIds: [THEIRS] },
    afterFifty: async () => {
      expect(await mails()).toHaveLength(1)
      expect(await deeds()).toEqual(['memberInvited'])
    },
  },
)
describeCallableAttacks(
  resendInvitationContract,
  resendInvitation,
  async () => ({ ...(await oneInvitation()), locale: 'ru' }),
  'admin',
  {
    arrange,
    foreign,
    afterFifty: async () => {
      expect(await mails()).toHaveLength(2)
      expect(await deeds()).toEqual(['invitationResent', 'memberInvited'])
    },
  },
)
describeCallableAttacks(revokeInvitationContract, revokeInvitation, oneInvitation, 'admin', {
  arrange,
  foreign,
  afterFifty: async () => expect(await deeds()).toEqual(['invitationRevoked', 'memberInvited']),
})
describeCallableAttacks(
  readInvitationContract,
  readInvitation,
  async () => ({ token: await invited() }),
  'anybody',
  { arrange },
)
describeCallableAttacks(
  acceptInvitationContract,
  acceptInvitation,
  async () => ({ token: await invited(), name: '' }),
  'signedIn',
  {
    arrange,
    afterFifty: async () => {
      expect(await get('members', { companyId: OURS, userId: OUTSIDER })).toMatchObject({ role: 'operator' })
      expect(await deeds()).toEqual(['memberInvited', 'memberJoined'])
    },
  },
)
