import { mdiCogOutline, mdiForumOutline } from '@mdi/js'
import type { CompanyId } from '#shared/domain/ids.ts'
import { channelsPath, inboxPath } from '#shared/domain/pagePaths.ts'

export interface Section {
  readonly name: 'inbox' | 'settings'
  readonly icon: string
  readonly path: string
  /** Where the rail draws its rule before it. */
  readonly isForAdmins: boolean
  isCurrent(address: string): boolean
}

/** The sections that exist, in the menu's order. */
export function sections(companyId: CompanyId, isAdmin: boolean): Section[] {
  const all: Section[] = [
    {
      name: 'inbox',
      icon: mdiForumOutline,
      path: inboxPath(companyId),
      isForAdmins: false,
      isCurrent: (address) => address.startsWith(inboxPath(companyId)),
    },
    {
      name: 'settings',
      icon: mdiCogOutline,
      path: channelsPath(companyId),
      isForAdmins: true,
      isCurrent: (address) => address.startsWith(`/c/${companyId}/settings`),
    },
  ]
  return all.filter((section) => isAdmin || !section.isForAdmins)
}
