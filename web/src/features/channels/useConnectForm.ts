import { reactive, ref } from 'vue'
import type { Ref } from 'vue'
import type { ChannelManifest, ConnectField } from '#channels/manifest.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { connectChannel, identifyChannel } from '#web/firebase/callables.ts'
import { language } from '#web/ui/i18n.ts'
import { checkForm, emptyField } from './fieldState.ts'
import type { FieldState } from './fieldState.ts'
import { t } from './messages.ts'
import { refusalText } from './refusalText.ts'

/** One entry of the connect form, drawn from a field of the manifest. */
export interface ConnectEntry {
  readonly field: ConnectField
  readonly state: FieldState
}

export interface ConnectForm {
  readonly entries: readonly ConnectEntry[]
  readonly isBusy: Readonly<Ref<boolean>>
  /** What is wrong with no field in particular. */
  readonly problem: Readonly<Ref<string>>
  /** On leaving a field: its form, and for a secret whose account it opens. */
  check(entry: ConnectEntry): Promise<void>
  /** Null: something has to be mended first, and the form says what. */
  connect(): Promise<ChannelId | null>
}

export function useConnectForm(companyId: CompanyId, manifest: ChannelManifest): ConnectForm {
  const entries = manifest.fields.map((field): ConnectEntry => ({ field, state: reactive(emptyField()) }))
  const isBusy = ref(false)
  const problem = ref('')

  function request() {
    const form = Object.fromEntries(entries.map(({ field, state }) => [field.name, state.value.trim()]))
    return { companyId, kind: manifest.kind, form }
  }

  /** A refusal belongs to the secret it is about; anything else to the whole form. */
  function show(error: unknown): void {
    const text = refusalText(error, manifest.label[language()])
    const secret = entries.find(({ field }) => field.secret)
    if (secret && error instanceof DomainError) secret.state.error = text
    else problem.value = text
  }

  async function connect(): Promise<ChannelId | null> {
    problem.value = ''
    const isWhole = entries.map(({ field, state }) => checkForm(field, state)).every(Boolean)
    if (!isWhole || isBusy.value) return null
    isBusy.value = true
    try {
      return (await connectChannel(request())).channelId
    } catch (error) {
      show(error)
      return null
    } finally {
      isBusy.value = false
    }
  }

  return { entries, isBusy, problem, connect, check: (entry) => checkSecret(entry, request, show) }
}

/** What the field held when it was left counts: an answer that comes after further typing is dropped. */
async function checkSecret(
  { field, state }: ConnectEntry,
  request: () => Parameters<typeof identifyChannel>[0],
  show: (error: unknown) => void,
): Promise<void> {
  if (state.value.trim() === '' || !checkForm(field, state) || !field.secret) return
  const checked = state.value
  state.finding = t('checking')
  try {
    const { name, handle } = await identifyChannel(request())
    if (state.value === checked) state.finding = t('secretFits', { handle: handle || name })
  } catch (error) {
    state.finding = ''
    if (state.value === checked) show(error)
  }
}
