import { changeAvatarContract } from '#shared/api/account.ts'
import { changeMemberContract, createTeamContract, inviteMembersContract } from '#shared/api/members.ts'
import type { CompanyId, TeamId } from '#shared/domain/ids.ts'
import { userIdSchema } from '#shared/domain/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/time.ts'
import { callAs } from './callAs.ts'
import { writeDocument } from './documents.ts'
import type { DemoPerson, DemoTeam } from './people.ts'
import { DEMO_TEAMS, INVITED_EMAIL, demoPeople, irina, olga, sergey } from './people.ts'
import { portrait } from './portrait.ts'

/** What Olga and the others have set up, each as the product does it, so that the audit tells of it. */
export async function settleStaff(companyId: CompanyId, now: number): Promise<Record<DemoTeam, TeamId>> {
  const teams = { sales: await addTeam(companyId, 'sales'), delivery: await addTeam(companyId, 'delivery') }
  for (const person of demoPeople) {
    if (person.team) await settle(companyId, person, teams[person.team])
    if (person.looks) {
      const image = portrait(person.looks).toString('base64')
      await callAs(person.id, changeAvatarContract, { image })
    }
  }
  await invite(companyId)
  await addActivity(companyId, now)
  return teams
}

async function addTeam(companyId: CompanyId, team: DemoTeam): Promise<TeamId> {
  const { teamId } = await callAs(olga.id, createTeamContract, { companyId, name: DEMO_TEAMS[team] })
  return teamId
}

async function settle(companyId: CompanyId, { id, visibility }: DemoPerson, teamId: TeamId): Promise<void> {
  const userId = userIdSchema.parse(id)
  await callAs(olga.id, changeMemberContract, { companyId, userId, visibility, teamIds: [teamId] })
}

/** Nobody follows this link: the invitation waits. */
async function invite(companyId: CompanyId): Promise<void> {
  await callAs(olga.id, inviteMembersContract, {
    companyId,
    companyIds: [companyId],
    emails: [INVITED_EMAIL],
    role: 'operator',
    locale: 'ru',
  })
}

const LAST_SEEN: readonly (readonly [DemoPerson, number])[] = [
  [olga, 2 * MINUTE_MS],
  [irina, 25 * MINUTE_MS],
  [sergey, DAY_MS + 3 * HOUR_MS],
]

const OLGAS_DEVICES = [
  { label: 'Chrome, Windows', address: '192.0.2.14', signedInAgo: 20 * DAY_MS, usedAgo: 2 * MINUTE_MS },
  { label: 'Safari, iPhone', address: '192.0.2.77', signedInAgo: 9 * DAY_MS, usedAgo: 7 * HOUR_MS },
]

async function addActivity(companyId: CompanyId, now: number): Promise<void> {
  for (const [{ id }, ago] of LAST_SEEN) {
    await writeDocument('memberActivity', { companyId, userId: id }, { lastSeenAt: now - ago })
  }
  for (const [at, { label, address, signedInAgo, usedAgo }] of OLGAS_DEVICES.entries()) {
    const device = { label, address, signedInAt: now - signedInAgo, lastUsedAt: now - usedAgo }
    await writeDocument('devices', { userId: olga.id, deviceId: `demo-device-${String(at + 1)}` }, device)
  }
}
