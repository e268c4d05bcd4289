import {
  mdiAccountCogOutline,
  mdiDomain,
  mdiExitToApp,
  mdiKeyboardOutline,
  mdiLogout,
  mdiPlus,
  mdiViewListOutline,
} from '@mdi/js'
import type { CompanyId } from '#shared/domain/ids.ts'
import { ACCOUNT_PATH, ALL_COMPANIES_PATH, inboxPath } from '#shared/domain/pagePaths.ts'
import type { Command } from '#web/stores/commands.ts'
import { useCompanies } from '#web/stores/useCompanies.ts'
import { t } from './messages.ts'
import type { Section } from './sections.ts'

export interface FrameDeeds {
  readonly companyId: CompanyId | null
  readonly sections: readonly Section[]
  onAsk(section: Section): void
  onCreate(): void
  onShortcuts(): void
  onLeaveCompany(): void
  onSignOut(): void
}

/** What can be done and reached from everywhere. */
export function frameCommands(deeds: FrameDeeds): Command[] {
  return [...accountCommands(deeds), ...sectionCommands(deeds), ...companyCommands(deeds.companyId)]
}

function accountCommands({ companyId, ...deeds }: FrameDeeds): Command[] {
  const act = (id: string, name: string, icon: string, run: () => void): Command => ({
    id,
    group: 'actions',
    name,
    icon,
    run,
  })
  const account = act('account', t('account'), mdiAccountCogOutline, () => undefined)
  return [
    { ...account, path: ACCOUNT_PATH },
    { ...act('shortcuts', t('shortcuts'), mdiKeyboardOutline, deeds.onShortcuts), shortcut: '?' },
    act('createCompany', t('createCompany'), mdiPlus, deeds.onCreate),
    ...(companyId ? [act('leaveCompany', t('leaveCompany'), mdiExitToApp, deeds.onLeaveCompany)] : []),
    act('signOut', t('signOut'), mdiLogout, deeds.onSignOut),
  ]
}

function sectionCommands({ sections, onAsk }: FrameDeeds): Command[] {
  return sections.map((section, at) => ({
    id: `section-${section.name}`,
    group: 'sections',
    name: t(section.name),
    icon: section.icon,
    shortcut: `G ${String((at + 1) % 10)}`,
    ...(section.path !== null && { path: section.path }),
    run() {
      onAsk(section)
    },
  }))
}

function companyCommands(current: CompanyId | null): Command[] {
  const { companies } = useCompanies()
  const others = companies.filter(({ id, hidden }) => id !== current && !hidden)
  const all: Command = {
    id: 'allCompanies',
    group: 'companies',
    name: t('allCompanies'),
    icon: mdiViewListOutline,
    path: ALL_COMPANIES_PATH,
    run: () => undefined,
  }
  const each = others.map(({ id, name }): Command => ({
    id,
    group: 'companies',
    name,
    icon: mdiDomain,
    path: inboxPath(id),
    run: () => undefined,
  }))
  return [...(current && companies.length > 1 ? [all] : []), ...each]
}
