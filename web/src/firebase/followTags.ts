import * as z from 'zod/mini'
import type { CompanyId } from '#shared/domain/ids.ts'
import { tagSchema } from '#shared/domain/tag.ts'
import { followDocuments } from './followDocuments.ts'
import { webQuery } from './webQuery.ts'

/** The tags a company has, by name, all of them at every change. */
export function followTags(companyId: CompanyId, onChanged: (names: readonly string[]) => void): () => void {
  return followDocuments({
    query: () => webQuery('tags', { companyId }),
    schema: tagSchema,
    idSchema: z.string(),
    onChanged: (tags) => {
      onChanged(tags.map(({ name }) => name))
    },
  })
}
