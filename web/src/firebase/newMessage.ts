import type * as z from 'zod/mini'
import {
  refreshApprovedTemplatesContract,
  sendApprovedTemplateContract,
  startConversationContract,
} from '#shared/api/newMessage.ts'

type Callable<Contract extends { request: z.ZodMiniType; response: z.ZodMiniType }> = (
  request: z.infer<Contract['request']>,
) => Promise<z.infer<Contract['response']>>

/** What the server does for who writes first, or outside the reply window. Each throws what the page can word. */
export const startConversation: Callable<typeof startConversationContract> = async (request) => {
  const { call } = await import('./callables.ts')
  return call(startConversationContract, request)
}

export const sendApprovedTemplate: Callable<typeof sendApprovedTemplateContract> = async (request) => {
  const { call } = await import('./callables.ts')
  return call(sendApprovedTemplateContract, request)
}

export const refreshApprovedTemplates: Callable<typeof refreshApprovedTemplatesContract> = async (
  request,
) => {
  const { call } = await import('./callables.ts')
  return call(refreshApprovedTemplatesContract, request)
}
