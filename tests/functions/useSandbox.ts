import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ChannelRoute } from '#functions/channels/route.ts'
import { connectedSandbox } from './connectedSandbox.ts'
import { useEmulatorProject } from './emulatorProject.ts'
import type { SandboxSimulator } from './sandboxSimulator.ts'
import { startSandbox } from './sandboxSimulator.ts'

/** As it is in the test that runs. */
interface Sandbox {
  readonly sandbox: SandboxSimulator
  readonly route: ChannelRoute
}

/** For every test of a spec a project of its own, with a channel connected to the provider that can do everything. */
export function useSandbox(projectName: string, basePort: number): Sandbox {
  const project = useEmulatorProject(projectName)
  let sandbox: SandboxSimulator
  let route: ChannelRoute

  beforeAll(async () => {
    sandbox = await startSandbox(basePort)
  })
  beforeEach(async () => {
    await project.clear()
    await sandbox.reset()
    route = await connectedSandbox()
  })
  afterAll(async () => {
    await sandbox.close()
    await project.close()
  })
  return {
    get sandbox() {
      return sandbox
    },
    get route() {
      return route
    },
  }
}
