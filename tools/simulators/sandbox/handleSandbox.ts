import { answerJson } from '../http/answerJson.ts'
import type { Exchange } from '../http/Exchange.ts'
import { handleSandboxApi } from './handleSandboxApi.ts'
import { handleSandboxControl } from './handleSandboxControl.ts'
import type { SandboxWorld } from './sandboxWorld.ts'

export async function handleSandbox(world: SandboxWorld, exchange: Exchange): Promise<void> {
  const [first] = exchange.path
  if (first === 'v1') await handleSandboxApi(world, exchange)
  else if (first === 'control') await handleSandboxControl(world, exchange)
  else answerJson(exchange.response, 404, { error: 'not found' })
}
