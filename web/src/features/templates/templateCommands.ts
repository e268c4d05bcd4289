import { mdiTextBoxOutline } from '@mdi/js'
import { watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { CompanyId } from '#shared/domain/ids.ts'
import { filledIn } from '#shared/domain/template.ts'
import type { TemplateContact } from '#shared/domain/template.ts'
import { acquireTemplates, releaseTemplates } from '#web/firebase/heldTemplates.ts'
import type { CompanyTemplate } from '#web/firebase/templates.ts'
import type { Command } from '#web/stores/commands.ts'
import { takeTemplate } from './takeTemplate.ts'
import type { TakenTemplate } from './takeTemplate.ts'

/** So long the bar waits for templates that are not here yet. */
const WAITED_MS = 2000

/** Every template as a command that puts it into the message being written. */
export async function templateCommands(
  to: { readonly companyId: CompanyId; readonly contact: TemplateContact },
  put: (taken: TakenTemplate) => void,
): Promise<Command[]> {
  const templates = await known(acquireTemplates(to.companyId))
  releaseTemplates(to.companyId)
  return templates.map((template) => ({
    id: `template-${template.id}`,
    group: 'templates',
    name: template.name,
    detail: filledIn(template.text, to.contact),
    icon: mdiTextBoxOutline,
    run: () => void takeTemplate(template, to).then(put),
  }))
}

function known(
  templates: ShallowRef<readonly CompanyTemplate[] | null>,
): Promise<readonly CompanyTemplate[]> {
  if (templates.value) return Promise.resolve(templates.value)
  return new Promise((resolve) => {
    const stop = watch(templates, finish)
    const timer = setTimeout(finish, WAITED_MS)

    function finish(): void {
      stop()
      clearTimeout(timer)
      resolve(templates.value ?? [])
    }
  })
}
