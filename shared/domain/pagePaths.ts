import type { CompanyId, ConversationId } from './ids.ts'

/** Addresses of the web app, for its router, its links and whatever mails or notifications lead there. */

export const SIGN_IN_PATH = '/sign-in'
export const REGISTER_PATH = '/register'
/** What follows its `#` is the token of a letter's link. */
export const INVITATION_PATH = '/invitation'
export const CONFIRM_EMAIL_PATH = '/confirm-email'
export const ALL_COMPANIES_PATH = '/all'
export const ACCOUNT_PATH = '/account'

export function inboxPath(companyId: CompanyId, conversationId?: ConversationId): string {
  return `/c/${companyId}/inbox${conversationId ? `/${conversationId}` : ''}`
}

/** One conversation among those of all companies. */
export function allInboxPath(place?: {
  readonly companyId: CompanyId
  readonly conversationId: ConversationId
}): string {
  return place ? `${ALL_COMPANIES_PATH}/${place.companyId}/${place.conversationId}` : ALL_COMPANIES_PATH
}

export function channelsPath(companyId: CompanyId): string {
  return `/c/${companyId}/settings/channels`
}

export function connectChannelPath(companyId: CompanyId, kind: string): string {
  return `${channelsPath(companyId)}/connect/${kind}`
}

export function templatesPath(companyId: CompanyId): string {
  return `/c/${companyId}/templates`
}

export function companySettingsPath(companyId: CompanyId): string {
  return `/c/${companyId}/settings/company`
}

export function messageSettingsPath(companyId: CompanyId): string {
  return `/c/${companyId}/settings/messages`
}

export function auditPath(companyId: CompanyId): string {
  return `/c/${companyId}/settings/audit`
}
