import { getDocs } from 'firebase/firestore'
import { approvedTemplateSchema } from '#shared/domain/approvedTemplate.ts'
import type { ApprovedTemplate } from '#shared/domain/approvedTemplate.ts'
import { approvedTemplateIdSchema } from '#shared/domain/ids.ts'
import type { ApprovedTemplateId, ChannelId, CompanyId } from '#shared/domain/ids.ts'
import { isPresent, readDocument } from './readDocuments.ts'
import { webQuery } from './webQuery.ts'

export type ChannelTemplate = ApprovedTemplate & { readonly id: ApprovedTemplateId }

/** What a channel's provider has been asked to approve, by name, whatever he answered. */
export async function fetchApprovedTemplates(
  companyId: CompanyId,
  channelId: ChannelId,
): Promise<readonly ChannelTemplate[]> {
  const { docs } = await getDocs(webQuery('approvedTemplates', { companyId, channelId }))
  return docs
    .map((snapshot) => readDocument(approvedTemplateSchema, approvedTemplateIdSchema, snapshot))
    .filter(isPresent)
}
