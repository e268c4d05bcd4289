import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { CompanyId } from '#shared/domain/ids.ts'
import type { Role } from '#shared/domain/member.ts'
import { inviteMembers } from '#web/firebase/callables.ts'
import { language } from '#web/ui/i18n.ts'
import { useAttempt } from '#web/ui/useAttempt.ts'
import type { Attempt } from '#web/ui/useAttempt.ts'
import type { EmailEntry } from './emailEntries.ts'
import { t } from './messages.ts'
import { refusalText } from './refusalText.ts'

/** As many as one request takes. */
const EMAILS_MAX = 50

interface InviteFields {
  readonly entries: ShallowRef<readonly EmailEntry[]>
  readonly role: Ref<Role>
  readonly companyIds: ShallowRef<readonly CompanyId[]>
}

export interface InviteForm extends InviteFields, Attempt {
  readonly emailsError: ComputedRef<string>
  readonly companiesError: ComputedRef<string>
  toggleCompany(id: CompanyId): void
  reset(): void
  /** How many letters went out; 0 when something is missing or was refused. */
  send(): Promise<number>
}

/** Whom to ask, as what, and into which companies. */
export function useInviteForm(companyId: CompanyId): InviteForm {
  const fields: InviteFields = {
    entries: shallowRef([]),
    role: ref('operator'),
    companyIds: shallowRef([companyId]),
  }
  const { entries, role, companyIds } = fields
  const isChecked = ref(false)
  const attempt = useAttempt(refusalText)
  const emailsError = computed(() => (isChecked.value ? emailsProblem(entries.value) : ''))
  const companiesError = computed(() =>
    isChecked.value && companyIds.value.length === 0 ? t('companiesMissing') : '',
  )

  return {
    ...fields,
    ...attempt,
    emailsError,
    companiesError,
    toggleCompany(id) {
      const others = companyIds.value.filter((each) => each !== id)
      companyIds.value = others.length < companyIds.value.length ? others : [...others, id]
    },
    reset() {
      entries.value = []
      role.value = 'operator'
      companyIds.value = [companyId]
      isChecked.value = false
      attempt.problem.value = ''
    },
    async send() {
      isChecked.value = true
      if (emailsError.value || companiesError.value) return 0
      return (await attempt.attempt(() => invite(companyId, fields))) ?? 0
    },
  }
}

async function invite(companyId: CompanyId, { entries, role, companyIds }: InviteFields): Promise<number> {
  const emails = entries.value.map(({ email }) => email)
  const asked = { companyIds: [...companyIds.value], emails, role: role.value }
  try {
    await inviteMembers({ companyId, ...asked, locale: language() })
    return emails.length
  } catch (error) {
    if (error instanceof DomainError && error.code === 'alreadyMember')
      entries.value = marked(entries.value, String(error.details.email))
    throw error
  }
}

/** The one that was refused stands out among the others. */
function marked(entries: readonly EmailEntry[], refused: string): EmailEntry[] {
  return entries.map((entry) => (entry.email === refused ? { ...entry, isValid: false } : entry))
}

function emailsProblem(entries: readonly EmailEntry[]): string {
  if (entries.length === 0) return t('emailsMissing')
  if (entries.some(({ isValid }) => !isValid)) return t('emailsWrong')
  return entries.length > EMAILS_MAX ? t('emailsTooMany', { n: EMAILS_MAX }) : ''
}
