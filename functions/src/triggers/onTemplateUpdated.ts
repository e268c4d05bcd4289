import { onDocumentUpdated } from 'firebase-functions/firestore'
import { companyIdSchema, templateIdSchema } from '#shared/domain/ids.ts'
import { deleteReplacedFile } from '#functions/templates/deleteReplacedFile.ts'

/** Another file may have come in the place of the template's former one. */
export const onTemplateUpdated = onDocumentUpdated(
  { document: 'companies/{companyId}/templates/{templateId}' },
  async ({ params, data }) => {
    const before = data?.before.data()
    const place = {
      companyId: companyIdSchema.parse(params.companyId),
      templateId: templateIdSchema.parse(params.templateId),
    }
    if (before?.['file']) await deleteReplacedFile(place, before)
  },
)
