import { inject, provide } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { CompanyId, ConversationId, UserId } from '#shared/domain/ids.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'
import type { CompanyMember } from '#web/firebase/members.ts'
import type { CompanyTeam } from '#web/firebase/teams.ts'
import type { Mentions } from './useMentions.ts'

/** Who works in a company, and what every part of its inbox asks for. */
export interface InboxContext {
  readonly companyId: CompanyId
  readonly companyName: Readonly<Ref<string>>
  /** By whose clock the company lives. */
  readonly timeZone: Readonly<Ref<string>>
  readonly member: Readonly<Ref<{ readonly id: UserId; readonly name: string; readonly isAdmin: boolean }>>
  readonly channels: Readonly<Ref<ReadonlyMap<string, CompanyChannel>>>
  /** Null while unknown. */
  readonly channelCount: Readonly<Ref<number | null>>
  /** What the member does not want to hear of. */
  readonly muted: Readonly<Ref<ReadonlySet<ConversationId>>>
  /** Notes that name the member and that he has not looked at. */
  readonly mentions: Mentions['mentions']
  readonly members: Readonly<Ref<ReadonlyMap<string, CompanyMember>>>
  seeMention: Mentions['seeMention']
  /** Read when first asked for. */
  readonly teams: Readonly<Ref<readonly CompanyTeam[]>>
  /** '' while unknown. */
  nameOf(userId: string): string
  /** Where a colleague's picture is stored; '' for none. */
  pictureOf(userId: string): string
  /** '' while unknown. */
  teamNameOf(teamId: string): string
  readTeams(): void
}

/** The companies whose conversations one list shows. */
export interface InboxCompanies {
  /** «Все компании»: each row says whose it is. */
  readonly isAll: boolean
  readonly all: readonly InboxContext[]
  /** To these the member has done something himself: they leave and come back under his hand. */
  readonly handled: Set<ConversationId>
  of(companyId: CompanyId): InboxContext
}

const companiesKey: InjectionKey<InboxCompanies> = Symbol('inbox companies')
const key: InjectionKey<InboxContext> = Symbol('inbox')

export function provideInboxCompanies(isAll: boolean, all: readonly InboxContext[]): InboxCompanies {
  const companies: InboxCompanies = {
    isAll,
    all,
    handled: new Set(),
    of(companyId) {
      const context = all.find((each) => each.companyId === companyId)
      if (!context) throw new Error(`the list shows nothing of ${companyId}`)
      return context
    },
  }
  provide(companiesKey, companies)
  return companies
}

/** For what stands in the list, where each row may be another company's. */
export function useInboxCompanies(): InboxCompanies {
  const companies = inject(companiesKey)
  if (!companies) throw new Error('a part of the inbox stands outside of it')
  return companies
}

export function provideInbox(context: InboxContext): InboxContext {
  provide(key, context)
  return context
}

/** For what stands in one conversation. */
export function useInbox(): InboxContext {
  const context = inject(key)
  if (!context) throw new Error('a part of a conversation stands outside of its company')
  return context
}
