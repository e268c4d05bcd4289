import { PROJECT_ID, REGION } from './layout.ts'

/**
 * Does what Cloud Scheduler does in production; the emulators have no clock.
 * The address is the functions emulator's own for a second-generation schedule, `-0` included.
 */
export async function runScheduledFunction(functionsUrl: string, name: string): Promise<void> {
  const trigger = `${functionsUrl}/functions/projects/${PROJECT_ID}/triggers/${REGION}-${name}-0`
  const answer = await fetch(trigger, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`)
}
