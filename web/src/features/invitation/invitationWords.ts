import type { Role } from '#shared/domain/member.ts'
import { language } from '#web/ui/i18n.ts'
import { t } from './messages.ts'

interface Named {
  readonly companyNames: readonly string[]
  readonly role: Role
  readonly invitedByName: string
}

/** Who asks whom into what. */
export function invitationWords({ companyNames, role, invitedByName }: Named): {
  readonly title: string
  readonly lead: string
} {
  const companies = new Intl.ListFormat(language()).format(companyNames.map((name) => `«${name}»`))
  const values = { role: t(role), name: invitedByName }
  return {
    title: t(companyNames.length > 1 ? 'titleMany' : 'title', { companies }),
    lead: invitedByName ? t('lead', values) : t('leadNobody', values),
  }
}
