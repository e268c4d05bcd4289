import type { CompanyId } from '#shared/domain/ids.ts'
import { attachmentIdSchema, templateIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import type { TemplateFile } from '#shared/domain/template.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import type { DemoFileName } from './demoFiles.ts'
import { demoFile } from './demoFiles.ts'
import { writeDocument, writeFile } from './documents.ts'
import type { DemoPerson } from './people.ts'
import { irina, olga, sergey } from './people.ts'
import { randomId } from './tellStory.ts'

interface DemoTemplate {
  readonly name: string
  readonly text: string
  readonly by: DemoPerson
  readonly hoursUnused: number | null
  readonly file?: DemoFileName
}

const templates: readonly DemoTemplate[] = [
  {
    name: 'Приветствие',
    text: 'Здравствуйте, @name@. Меня зовут Ирина, я помогу с выбором. Что вы ищете?',
    by: irina,
    hoursUnused: 1,
  },
  {
    name: 'Сроки доставки',
    text: 'По Москве привезём за 1–2 дня, по России — за 3–7 дней.\nКурьер позвонит за час.',
    by: sergey,
    hoursUnused: 5,
  },
  {
    name: 'Обмен и возврат',
    text: 'Обменять или вернуть товар можно за 14 дней, если сохранились бирки. Курьера вызовем сами.',
    by: olga,
    hoursUnused: 50,
  },
  {
    name: 'Размеры и ткани пледов',
    text: '@name@, на фото плед 140 × 200 см, шерсть 70 %. Есть ещё песочный и бордовый.',
    by: irina,
    hoursUnused: null,
    file: 'pled.png',
  },
]

/** What the demo company's operators often answer. */
export async function addTemplates(companyId: CompanyId, now: number): Promise<void> {
  for (const template of templates) await addTemplate(companyId, template, now)
}

async function addTemplate(
  companyId: CompanyId,
  { name, text, by, hoursUnused, file }: DemoTemplate,
  now: number,
): Promise<void> {
  const templateId = templateIdSchema.parse(randomId())
  await writeDocument(
    'templates',
    { companyId, templateId },
    {
      name,
      text,
      file: file ? await storedFile(`companies/${companyId}/templates/${templateId}`, file) : null,
      createdBy: userIdSchema.parse(by.id),
      createdByName: by.name,
      createdAt: now - 20 * DAY_MS,
      updatedAt: now - 20 * DAY_MS,
      lastUsedAt: hoursUnused === null ? null : now - hoursUnused * HOUR_MS,
      deletedAt: null,
    },
  )
}

async function storedFile(folder: string, fileName: DemoFileName): Promise<TemplateFile> {
  const { bytes, name, contentType, size } = demoFile(fileName)
  const id = attachmentIdSchema.parse(randomId())
  const path = `${folder}/${id}/${fileName}`
  await writeFile(path, bytes, contentType)
  return { id, name, contentType, size, path }
}
