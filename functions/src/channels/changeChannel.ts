import { isChannelKind } from '#channels/manifests.ts'
import type { changeChannelContract } from '#shared/api/channels.ts'
import type { Assignment, Channel } from '#shared/domain/channel.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import { truncate } from '#shared/domain/truncate.ts'
import type * as z from 'zod/mini'
import type { Actor } from '#functions/audit/auditEntry.ts'
import { writeAudit } from '#functions/audit/auditEntry.ts'
import { hoursInWords } from '#functions/companies/hoursInWords.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import type { StoreTransaction } from '#functions/store/store.ts'
import { accountHash, forgetRoute } from './route.ts'

type Settings = Pick<Channel, 'signsReplies' | 'assignment' | 'greeting' | 'awayMessage' | 'hours'>
type ChangeChannel = Omit<z.infer<(typeof changeChannelContract)['request']>, 'companyId'>

/**
 * Changes what is named and different of how a channel signs, assigns and answers, and puts it on record with what it
 * was. Throws `notFound`, for a team that is not there too.
 */
export async function changeChannel(
  companyId: CompanyId,
  { channelId, ...wanted }: ChangeChannel,
  actor: Actor,
  now = Date.now(),
): Promise<Record<string, never>> {
  const place = ['channels', { companyId, channelId }] as const
  const changed = await contendedTransaction(async (unit) => {
    const channel = await unit.get(...place)
    if (!channel) throw new DomainError('notFound')
    const next = settingsAfter(channel, wanted)
    const differing = differences(
      await inWords(unit, companyId, channel),
      await inWords(unit, companyId, next, wanted.assignment),
    )
    if (Object.keys(differing).length === 0) return undefined
    unit.update(place, next)
    const details = { channel: channel.kind, ...differing }
    writeAudit(unit, companyId, { kind: 'channelChanged', subject: channel.name, details, ...actor }, now)
    return channel
  })
  if (changed && isChannelKind(changed.kind))
    forgetRoute(companyId, channelId, accountHash(changed.kind, changed.accountId))
  return {}
}

function settingsAfter(channel: Settings, wanted: Omit<ChangeChannel, 'channelId'>): Settings {
  return {
    signsReplies: wanted.signsReplies ?? channel.signsReplies,
    assignment: wanted.assignment ?? channel.assignment,
    greeting: wanted.greeting ?? channel.greeting,
    awayMessage: wanted.awayMessage ?? channel.awayMessage,
    hours: wanted.hours === undefined ? channel.hours : wanted.hours,
  }
}

type Words = Readonly<Record<string, string>>

/** `demanded`: an assignment somebody asks for now, whose team has to be there. */
async function inWords(
  unit: StoreTransaction,
  companyId: CompanyId,
  { signsReplies, assignment, greeting, awayMessage, hours }: Settings,
  demanded?: Assignment,
): Promise<Words> {
  const { mode, teamId, onlineOnly } = assignment
  const team = teamId === '' ? undefined : await unit.get('teams', { companyId, teamId })
  if (demanded && teamId !== '' && !team) throw new DomainError('notFound')
  return {
    signsReplies: String(signsReplies),
    assignment: mode,
    team: team?.name ?? teamId,
    onlineOnly: String(onlineOnly),
    greeting,
    awayMessage,
    hours: hours ? hoursInWords(hours) : '',
  }
}

const LONGEST = 200

/** For each that differs what it is, and what it was: `greeting`, `greetingBefore`. */
function differences(before: Words, after: Words): Words {
  const differing = Object.keys(after).filter((name) => before[name] !== after[name])
  return Object.fromEntries(
    differing.flatMap((name) => [
      [name, truncate(after[name] ?? '', LONGEST)],
      [`${name}Before`, truncate(before[name] ?? '', LONGEST)],
    ]),
  )
}
