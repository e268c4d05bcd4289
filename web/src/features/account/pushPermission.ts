export type PushPermission = 'granted' | 'denied' | 'default' | 'unsupported'

/** What this browser says of notifications. */
export function pushPermission(): PushPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported'
}

/** Asks for leave, which browsers allow only in answer to a press. */
export async function askForPush(): Promise<PushPermission> {
  if (pushPermission() === 'default') await Notification.requestPermission()
  return pushPermission()
}
