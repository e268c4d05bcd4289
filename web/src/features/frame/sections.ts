import {
  mdiAccountGroupOutline,
  mdiAccountMultipleOutline,
  mdiBullhornOutline,
  mdiCardAccountDetailsOutline,
  mdiChartBoxOutline,
  mdiCogOutline,
  mdiForumOutline,
  mdiPuzzleOutline,
  mdiTextBoxMultipleOutline,
  mdiWalletOutline,
} from '@mdi/js'
import type { CompanyId } from '#shared/domain/ids.ts'
import { ALL_COMPANIES_PATH, channelsPath } from '#shared/domain/pagePaths.ts'

/** In the menu's order; the first five are everybody's, the others the admins'. */
const menu = [
  ['inbox', mdiForumOutline],
  ['broadcasts', mdiBullhornOutline],
  ['templates', mdiTextBoxMultipleOutline],
  ['contacts', mdiAccountMultipleOutline],
  ['groups', mdiAccountGroupOutline],
  ['staff', mdiCardAccountDetailsOutline],
  ['crm', mdiPuzzleOutline],
  ['settings', mdiCogOutline],
  ['analytics', mdiChartBoxOutline],
  ['billing', mdiWalletOutline],
] as const

const FOR_EVERYBODY = 5

export type SectionName = (typeof menu)[number][0]

export interface Section {
  readonly name: SectionName
  readonly icon: string
  /** Null: it exists inside one company only, so it asks which. */
  readonly path: string | null
  readonly isForAdmins: boolean
  isCurrent(address: string): boolean
}

/** A section that is entered once a company was chosen; `query`: what is wanted there. */
export type AskedSection = Pick<Section, 'name' | 'isForAdmins'> & {
  readonly query?: Readonly<Record<string, string>>
}

/** Those the phone's bottom bar has room for; the others are behind «Ещё». */
export function isInBottomBar({ name }: Pick<Section, 'name'>): boolean {
  return name === 'inbox' || name === 'broadcasts' || name === 'contacts'
}

export function isForAdmins(name: SectionName): boolean {
  return menu.findIndex(([each]) => each === name) >= FOR_EVERYBODY
}

function folderOf(companyId: CompanyId, name: SectionName): string {
  return `/c/${companyId}/${name}`
}

/** Where a section begins. */
export function sectionPath(companyId: CompanyId, name: SectionName): string {
  return name === 'settings' ? channelsPath(companyId) : folderOf(companyId, name)
}

/** The sections a person has in a company; with null those of «Все компании», where only messages stand for all. */
export function sections(companyId: CompanyId | null, isAdmin: boolean): Section[] {
  const all = menu.map(([name, icon]): Section => {
    const folder = companyId ? folderOf(companyId, name) : name === 'inbox' ? ALL_COMPANIES_PATH : null
    return {
      name,
      icon,
      path: companyId ? sectionPath(companyId, name) : folder,
      isForAdmins: isForAdmins(name),
      isCurrent: (address) => folder !== null && `${address}/`.startsWith(`${folder}/`),
    }
  })
  return all.filter((section) => isAdmin || !section.isForAdmins)
}
