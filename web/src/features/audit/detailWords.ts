import type { AuditEntry } from '#shared/domain/auditEntry.ts'
import { t } from './messages.ts'

/** `roleBefore` says what `role` was. */
const BEFORE = 'Before'

/** What the server writes down of a deed, in words; what is not known here is shown as it came. */
const fields: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  name: 'fieldName',
  phone: 'fieldPhone',
  email: 'fieldEmail',
  description: 'fieldDescription',
  timeZone: 'fieldTimeZone',
  hours: 'fieldHours',
  hidden: 'fieldHidden',
  contactFields: 'fieldContactFields',
  role: 'fieldRole',
  visibility: 'fieldVisibility',
  teams: 'fieldTeams',
  conversationsTo: 'fieldConversationsTo',
  device: 'fieldDevice',
  kind: 'fieldKind',
  companies: 'fieldCompanies',
  channel: 'fieldChannel',
  signsReplies: 'fieldSignsReplies',
  assignment: 'fieldAssignment',
  team: 'fieldTeam',
  onlineOnly: 'fieldOnlineOnly',
  greeting: 'fieldGreeting',
  awayMessage: 'fieldAwayMessage',
}

const values: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  'role=admin': 'admin',
  'role=operator': 'operator',
  'visibility=all': 'seesAll',
  'visibility=team': 'seesTeam',
  'visibility=own': 'seesOwn',
  'hidden=true': 'yes',
  'hidden=false': 'no',
  'signsReplies=true': 'yes',
  'signsReplies=false': 'no',
  'assignment=off': 'assignmentOff',
  'assignment=roundRobin': 'assignmentByTurns',
  'assignment=leastBusy': 'assignmentToLeastBusy',
  'onlineOnly=true': 'yes',
  'onlineOnly=false': 'no',
}

function fieldName(key: string): string {
  const word = fields[key]
  return word ? t(word) : key
}

function valueName(key: string, value: string): string {
  const word = values[`${key}=${value}`]
  if (word) return t(word)
  return value === '' ? t('nothing') : value
}

/** «Роль: Оператор → Администратор», one line for each detail. */
export function detailWords({ details }: Pick<AuditEntry, 'details'>): string[] {
  return Object.entries(details)
    .filter(([key]) => !isFormer(key, details))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const said = { field: fieldName(key), after: valueName(key, value) }
      const before = details[key + BEFORE]
      return before === undefined ? t('fact', said) : t('change', { ...said, before: valueName(key, before) })
    })
}

function isFormer(key: string, details: AuditEntry['details']): boolean {
  return key.endsWith(BEFORE) && key.slice(0, -BEFORE.length) in details
}
