import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { CompanyId, UserId } from '#shared/domain/ids.ts'
import { addTemplate, changeTemplate } from '#web/firebase/templates.ts'
import type { CompanyTemplate, TemplateContent } from '#web/firebase/templates.ts'
import type { UploadWatch } from '#web/firebase/uploads.ts'
import { t } from './messages.ts'
import { templateFileRefusal } from './templateFileRefusal.ts'

export interface TemplateForm {
  readonly name: Ref<string>
  readonly text: Ref<string>
  readonly file: ShallowRef<TemplateContent['file']>
  readonly isBusy: Ref<boolean>
  /** Why it was not saved; '' otherwise. */
  readonly problem: Ref<string>
  readonly nameError: ComputedRef<string>
  readonly textError: ComputedRef<string>
  readonly fileError: Ref<string>
  readonly isChanged: ComputedRef<boolean>
  /** Begins with a template, or with an empty form. */
  begin(template: CompanyTemplate | null): void
  takeFile(file: File): void
  dropFile(): void
  /** How much of its new file has been stored, 0 to 1; null while none is on its way. */
  readonly share: Ref<number | null>
  /** Whether it has been saved. */
  save(): Promise<boolean>
  /** Calls the saving off while its file is on its way. */
  stop(): void
}

interface Owner {
  readonly companyId: CompanyId
  readonly author: { readonly id: UserId; readonly name: string }
}

/** What a template says while it is being written. */
export function useTemplateForm({ companyId, author }: Owner): TemplateForm {
  const template = shallowRef<CompanyTemplate | null>(null)
  const content = useContent()
  const { name, text, file, fileError, read } = content
  const isChecked = ref(false)
  const isNameMissing = computed(() => name.value.trim() === '')
  const isTextMissing = computed(() => text.value.trim() === '' && file.value === null)
  const { isBusy, problem, share, attempt, stop } = useSaving()

  async function store(watch: UploadWatch): Promise<void> {
    const written = { name: name.value.trim(), text: text.value.trim(), file: file.value }
    if (template.value) await changeTemplate({ companyId, templateId: template.value.id }, written, watch)
    else await addTemplate(companyId, written, author, watch)
  }

  return {
    ...{ name, text, file, isBusy, problem, share, stop, fileError, takeFile: content.takeFile },
    nameError: computed(() => (isChecked.value && isNameMissing.value ? t('nameMissing') : '')),
    textError: computed(() => (isChecked.value && isTextMissing.value ? t('textMissing') : '')),
    isChanged: computed(() =>
      isOther({ name: name.value, text: text.value, file: file.value }, template.value),
    ),
    begin(next) {
      template.value = next
      read(next)
      isChecked.value = false
      problem.value = ''
    },
    dropFile: () => {
      content.putFile(null)
    },
    async save() {
      isChecked.value = true
      return !isNameMissing.value && !isTextMissing.value && attempt(store)
    },
  }
}

function useContent() {
  const name = ref('')
  const text = ref('')
  const file = shallowRef<TemplateContent['file']>(null)
  const fileError = ref('')

  function putFile(next: TemplateContent['file']): void {
    file.value = next
    fileError.value = ''
  }

  return {
    ...{ name, text, file, fileError, putFile },
    read(template: CompanyTemplate | null): void {
      name.value = template?.name ?? ''
      text.value = template?.text ?? ''
      putFile(template?.file ?? null)
    },
    takeFile(next: File): void {
      const refusal = templateFileRefusal(next)
      if (refusal) fileError.value = refusal
      else putFile(next)
    },
  }
}

function isOther({ name, text, file }: TemplateContent, template: CompanyTemplate | null): boolean {
  return (
    name !== (template?.name ?? '') || text !== (template?.text ?? '') || file !== (template?.file ?? null)
  )
}

function useSaving() {
  const isBusy = ref(false)
  const problem = ref('')
  const share = ref<number | null>(null)
  let stopped = new AbortController()
  return {
    isBusy,
    problem,
    share,
    stop() {
      stopped.abort()
    },
    async attempt(act: (watch: UploadWatch) => Promise<void>): Promise<boolean> {
      const { signal } = (stopped = new AbortController())
      isBusy.value = true
      problem.value = ''
      try {
        await act({ signal, onShare: (done) => (share.value = done < 1 ? done : null) })
        return true
      } catch {
        problem.value = signal.aborted ? '' : t('notSaved')
        return false
      } finally {
        isBusy.value = false
        share.value = null
      }
    },
  }
}
